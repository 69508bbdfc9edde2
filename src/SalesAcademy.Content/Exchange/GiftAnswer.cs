using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesAcademy.Content.Exchange;

/// <summary>One answer between the braces: = or ~, perhaps a weight in percent, a text, and feedback behind #. Escapes are still hidden.</summary>
internal sealed partial record GiftAnswer(char Mark, double? Weight, string Text, string Feedback)
{
    /// <summary>The answers, and what stands before the first of them.</summary>
    /// <param name="answers">What stands between the braces.</param>
    /// <param name="marks">The marks that an answer begins with.</param>
    /// <param name="weighed">Those of them that a weight may follow; elsewhere "%50%" belongs to the text.</param>
    public static (string Before, IReadOnlyList<GiftAnswer> Answers) Split(string answers, string marks, string weighed)
    {
        var first = answers.AsSpan().IndexOfAny(marks);
        if (first < 0)
            return (answers.Trim(), []);
        var found = new List<GiftAnswer>();
        for (var at = first; at < answers.Length;)
        {
            var length = answers.AsSpan(at + 1).IndexOfAny(marks);
            var end = length < 0 ? answers.Length : at + 1 + length;
            // "~=" is one mark to Moodle.
            if (answers.AsSpan(at + 1, end - at - 1).Trim() is { Length: > 0 } written)
                found.Add(weighed.Contains(answers[at], StringComparison.Ordinal) ? Read(answers[at], written.ToString()) : Cut(answers[at], null, written.ToString()));
            at = end;
        }
        return (answers[..first].Trim(), found);
    }

    /// <summary>An answer without its mark.</summary>
    public static GiftAnswer Read(char mark, string written)
    {
        double? weight = null;
        if (WeightForm().Match(written) is { Success: true } form)
        {
            weight = double.Parse(form.Groups["weight"].Value, CultureInfo.InvariantCulture);
            written = written[form.Length..];
        }
        return Cut(mark, weight, written);
    }

    private static GiftAnswer Cut(char mark, double? weight, string written)
    {
        var feedback = written.IndexOf('#', StringComparison.Ordinal);
        return new(mark, weight, (feedback < 0 ? written : written[..feedback]).Trim(), feedback < 0 ? "" : written[(feedback + 1)..].Trim());
    }

    /// <summary>A weight as it is told.</summary>
    public static string Percent(double weight) => string.Create(CultureInfo.InvariantCulture, $"{weight:0.###} %");

    [GeneratedRegex(@"^%(?<weight>-?[0-9]{1,3}(\.[0-9]{1,9})?)%", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex WeightForm();
}
