using System.Text.RegularExpressions;
using SalesAcademy.Domain.Courses;

namespace SalesAcademy.Content.Editing;

/// <summary>A stretch of words of one text or of both.</summary>
/// <param name="Kind">Below 0 it is gone, above 0 it is new, 0 it stands in both.</param>
/// <param name="Text">The words with the blanks between them.</param>
public sealed record WordingStretch(int Kind, string Text);

/// <summary>Tells two wordings of a passage apart word by word; of Chinese, character by character.</summary>
public static partial class Wording
{
    // Of two passages that share fewer words than that, neither is a wording of the other.
    private const double LeastAlike = 0.5;

    // Two that are about as alike leave open which of them it was.
    private const double ClearlyMore = 0.1;

    /// <summary>The later text in reading order with what is gone from the earlier one; of a changed place what is gone first.</summary>
    public static IReadOnlyList<WordingStretch> Difference(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var stretches = new List<WordingStretch>();
        foreach (var word in LineDifference.Of(string.Join('\n', Words(before)), string.Join('\n', Words(after))))
        {
            if (word.Text.Length == 0)
                continue; // of a text without words
            var kind = word.After is null ? -1 : word.Before is null ? 1 : 0;
            if (stretches is [.., var last] && last.Kind == kind)
                stretches[^1] = last with { Text = last.Text + word.Text };
            else
                stretches.Add(new WordingStretch(kind, word.Text));
        }

        return stretches;
    }

    /// <summary>
    /// The passage of a lesson as it is now that has come of one that stood in it before: the one that was not there then and shares most words
    /// with it. Null where none shares half of them, or where two do about equally: a passage that merely resembles it stood beside it then.
    /// </summary>
    public static Passage? Successor(string before, IReadOnlyList<Passage> lessonBefore, IReadOnlyList<Passage> lessonNow)
    {
        var known = lessonBefore.Select(passage => passage.Text).ToHashSet(StringComparer.Ordinal);
        var words = Said(before);
        var fresh = lessonNow.Where(passage => !known.Contains(passage.Text)).Select(passage => (passage, alike: Alike(words, Said(passage.Text)))).OrderByDescending(one => one.alike).Take(2).ToArray();
        return fresh.Length > 0 && fresh[0].alike >= LeastAlike && (fresh.Length == 1 || fresh[0].alike - fresh[1].alike >= ClearlyMore) ? fresh[0].passage : null;
    }

    // Dice's coefficient of the two bags of words.
    private static double Alike(string[] some, string[] others)
    {
        var left = others.CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        var shared = some.Count(word => left.GetValueOrDefault(word) is > 0 and var n && (left[word] = n - 1) >= 0);
        return some.Length + others.Length == 0 ? 0 : 2.0 * shared / (some.Length + others.Length);
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    // Blanks and points are alike in all passages.
    private static string[] Said(string text) => [.. Words(text).Where(word => char.IsLetterOrDigit(word, 0))];

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}'’-[\u2E80-\u9FFF\uF900-\uFAFF]]+|\s+|[\uD800-\uDBFF][\uDC00-\uDFFF]|.", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
