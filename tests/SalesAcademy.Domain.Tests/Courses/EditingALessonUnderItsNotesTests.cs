using CsCheck;
using SalesAcademy.Domain.Courses;

namespace SalesAcademy.Domain.Tests.Courses;

/// <summary>Lessons of few words, so that passages often resemble or repeat each other, edited at random under a note.</summary>
public sealed class EditingALessonUnderItsNotesTests
{
    private static readonly string[] Vocabulary = ["ask", "wait", "the", "buyer", "once more before you answer them"];

    private static readonly Gen<string[]> Words = Gen.Int[0, Vocabulary.Length - 1].Select(word => Vocabulary[word]).Array[1, 12];

    [Fact]
    public void No_edits_put_a_note_beside_a_passage_it_was_not_written_for()
    {
        Gen.Select(Words.Array[1, 6], Gen.Int[0, 5], Gen.Int[0, 11], Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 11]).Array[0, 5]).Sample((lesson, chosen, word, edits) =>
        {
            var before = lesson.Select((words, number) => new Edited(words, number)).ToList();
            var meant = before[chosen % before.Count];
            var passages = Named(before);
            var passage = passages[chosen % before.Count];
            var quote = meant.Words[word % meant.Words.Length];
            var anchor = Anchor.At(passage, quote, string.Join(' ', meant.Words.Take(word % meant.Words.Length).Append("")).Length, passages)!;
            Assert.Equal(new Found(AnchorFate.Exact, passage.Id), anchor.FindIn(passages));

            var after = before.ToList();
            var fresh = 0;
            foreach (var (kind, at, within) in edits.Where(_ => after.Count > 0))
                Edit(after, kind, at % after.Count, within, $"new{fresh++}");

            var now = Named(after);
            var found = anchor.FindIn(now);
            Assert.Equal(found.Fate == AnchorFate.Orphan, found.Passage is null);
            // Edits that end where they began leave the lesson it was: nobody could tell one of its twins from the other.
            if (now.Select(one => one.Text).SequenceEqual(passages.Select(one => one.Text)))
                Assert.Equal(new Found(AnchorFate.Exact, passage.Id), found);
            else if (found.Passage is not null)
                Assert.Equal(meant.Origin, after[now.FindIndex(one => one.Id == found.Passage)].Origin);
        }, iter: 20_000);
    }

    private static void Edit(List<Edited> lesson, int kind, int at, int within, string fresh)
    {
        if (kind == 0)
            lesson.RemoveAt(at);
        else if (kind == 1)
            lesson.Insert(within % (lesson.Count + 1), lesson[at]); // a copy is of the same origin
        else
            lesson[at] = lesson[at] with { Words = [.. lesson[at].Words.Select((word, place) => place == within % lesson[at].Words.Length ? fresh : word)] };
    }

    // As the content names them: by their words, the second of the same with a number.
    private static List<Passage> Named(List<Edited> lesson)
    {
        var texts = lesson.Select(passage => string.Join(' ', passage.Words)).ToList();
        return [.. texts.Select((text, at) => new Passage(texts.Take(at).Count(other => other == text) is > 0 and var twins ? $"{text}-{twins + 1}" : text, text))];
    }

    private sealed record Edited(string[] Words, int Origin);
}
