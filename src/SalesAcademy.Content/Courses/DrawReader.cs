using System.Globalization;
using SalesAcademy.Content.Questions;
using SalesAcademy.Content.Reading;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Courses;

/// <summary>Reads what an attempt draws: a number of families, or lines that each say how many of which.</summary>
internal static class DrawReader
{
    private const int MostFamilies = 500;

    // A draw is read by people; more lines than this are a quiz of their own.
    private const int MostLines = 20;

    /// <summary>What is drawn; null where nothing is said, which means all.</summary>
    public static DrawRule? Read(Fields front) => front.Take("draw") switch
    {
        null => null,
        YamlList { Items.Count: > 0 and <= MostLines } list => new([.. list.Items.Select(item => Line(Fields.Of(item, front.Problems)))]),
        YamlList => front.Wrong<DrawRule?>("draw", null, "expected.draw", MostLines),
        _ => front.Whole("draw", 0, 1, MostFamilies) is var count and > 0 ? new([new(count)]) : null,
    };

    /// <summary>A draw must always succeed: every tag is one that a question carries, and all lines together can be met.</summary>
    public static void Check(Fields front, DrawRule draw, IReadOnlyList<QuizQuestion> questions, Problems problems)
    {
        var lines = (front.Take("draw") as YamlList)?.Items;
        var known = questions.SelectMany(question => question.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        foreach (var (i, line) in draw.Lines.Index())
            if (line.Tag is { Length: > 0 } tag && !known.Contains(tag, StringComparer.Ordinal))
                problems.Error(At(i), known.Length > 0 ? new Phrase("quiz-draw-tag.others", tag, string.Join(", ", known)) : new("quiz-draw-tag", tag));
        if (problems.HasErrors)
            return;
        var families = questions.DistinctBy(question => question.Family, StringComparer.Ordinal)
            .Select(question => new DrawableFamily(question.Family, []) { Tags = question.Tags, Difficulty = question.Difficulty }).ToArray();
        foreach (var shortfall in Drawing.Shortfalls(families, draw.Lines))
            if (lines is null)
                problems.Error(At(0), "quiz-draw.total", families.Length);
            else
                problems.Error(At(shortfall.Line), Lack(draw.Lines, shortfall));

        int At(int line) => lines?[line].Line ?? front.LineOf("draw");
    }

    private static DrawLine Line(Fields line)
    {
        line.Take("count", required: true);
        var read = new DrawLine(
            line.Whole("count", 1, 1, MostFamilies),
            line.Has("tag") ? line.Id("tag") : null,
            line.Choice<Difficulty?>("difficulty", null, [.. Difficulties.Words.Select(word => (word.Key, (Difficulty?)word.Value))]));
        line.Finish();
        return read;
    }

    private static Phrase Lack(IReadOnlyList<DrawLine> lines, DrawShortfall shortfall)
    {
        var rivals = shortfall.Rivals.Select(rival => lines[rival]).ToArray();
        var (own, fitting) = (Words(lines[shortfall.Line]), new Phrase(shortfall.Fitting == 1 ? "fitting.one" : "fitting.other", shortfall.Fitting));
        return rivals.Length == 1
            ? new("quiz-draw.line", own, shortfall.Missing, fitting)
            : new("quiz-draw.lines", own, shortfall.Missing, fitting, Phrase.Either(rivals.Select(Words)), rivals.Sum(line => line.Count));
    }

    private static string Words(DrawLine line)
    {
        string?[] parts = [line.Tag is { } tag ? $"tag: {tag}" : null, line.Difficulty is { } difficulty ? $"difficulty: {Difficulties.WordOf(difficulty)}" : null, string.Create(CultureInfo.InvariantCulture, $"count: {line.Count}")];
        return $"{{ {string.Join(", ", parts.OfType<string>())} }}";
    }
}

/// <summary>What an attempt draws; equal when all lines are.</summary>
internal sealed record DrawRule(IReadOnlyList<DrawLine> Lines)
{
    public bool Equals(DrawRule? other) => other is not null && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => Lines.Count;
}
