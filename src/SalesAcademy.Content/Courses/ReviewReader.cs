using SalesAcademy.Content.Reading;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Courses;

/// <summary>Reads when what of a quiz may be looked at again: one word for the usual ways, or moments with what each opens.</summary>
internal static class ReviewReader
{
    private static readonly Dictionary<string, ReviewItems> Items = new(StringComparer.Ordinal)
    {
        ["marks"] = ReviewItems.Marks,
        ["answers"] = ReviewItems.Answers,
        ["key"] = ReviewItems.Key,
        ["feedback"] = ReviewItems.Feedback,
    };

    /// <param name="front">The front matter.</param>
    /// <param name="standard">What holds when nothing is said.</param>
    /// <param name="closes">Whether the quiz closes one day.</param>
    public static ReviewPolicy Read(Fields front, ReviewPolicy standard, bool closes)
    {
        if (front.Take("review") is not YamlMap map)
            return front.Choice("review", standard, ("during", ReviewPolicy.AfterEachAnswer), ("after", ReviewPolicy.WhenSubmitted), ("passed", ReviewPolicy.WhenPassed), ("never", ReviewPolicy.Never));
        var moments = Fields.Of(map, front.Problems);
        var policy = new ReviewPolicy(
            Opened(moments, "during"), Opened(moments, "after"), Opened(moments, "later"), Opened(moments, "closed"), Opened(moments, "passed"), moments.Duration("later-after"));
        moments.Finish();
        if (map.Entries.Count == 0)
            front.Problems.Error(front.LineOf("review"), "quiz-review-empty");
        if (moments.Has("later") && !moments.Has("later-after"))
            front.Problems.Error(moments.LineOf("later"), "quiz-review-later.when");
        if (moments.Has("later-after") && !moments.Has("later"))
            front.Problems.Error(moments.LineOf("later-after"), "quiz-review-later.what");
        if (moments.Has("closed") && !closes)
            front.Problems.Error(moments.LineOf("closed"), "quiz-review-closed");
        return policy;
    }

    private static ReviewItems Opened(Fields moments, string moment)
    {
        if (moments.Take(moment) is not { } node)
            return ReviewItems.None;
        if (node is not YamlList { Items.Count: > 0 } list)
            return moments.Wrong(moment, ReviewItems.None, "expected.review");
        var opened = ReviewItems.None;
        foreach (var item in list.Items)
            if (item is YamlText { Value: var word } && Items.TryGetValue(word, out var found))
                opened |= found;
            else
                moments.Problems.Error(item.Line, "quiz-review-item", moment, string.Join(", ", Items.Keys));
        return opened;
    }
}
