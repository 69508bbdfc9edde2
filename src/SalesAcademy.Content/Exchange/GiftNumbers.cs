using System.Globalization;

namespace SalesAcademy.Content.Exchange;

/// <summary>Reads numbers behind #: 42:1 for a tolerance, 40..44 for a range, or several of them, each behind =.</summary>
internal static class GiftNumbers
{
    public static DraftAnswer? Read(string written, Findings findings)
    {
        if (written.IndexOf('~', StringComparison.Ordinal) is var wrong and >= 0)
        {
            findings.Lose("the feedback to wrong numbers is not kept");
            written = written[..wrong];
        }
        var (before, answers) = GiftAnswer.Split(written, "=", weighed: "=");
        if (answers.Count > 0 && before.Length > 0)
            return GiftAnswers.Refuse(findings, "words stand before the first number");
        var full = GiftWords.Full(answers.Count > 0 ? answers : [GiftAnswer.Read('=', before)], findings);
        var accepted = new List<string>();
        foreach (var answer in full)
            if (answer.Text == "*")
                findings.Lose("* for any other number is left out");
            else if (Accepted(GiftEscapes.Show(answer.Text)) is { } number)
                accepted.Add(number);
            else
                return GiftAnswers.Refuse(findings, $"'{Runs.Plain(Runs.Of(GiftEscapes.Show(answer.Text)))}' is no number: write 42, 42:1 or 40..44");
        return accepted.Count > 0 ? new DraftAccepted([.. accepted.Distinct(StringComparer.Ordinal)]) : GiftAnswers.Refuse(findings, "no number earns all points");
    }

    private static string? Accepted(string text)
    {
        if (text.Split("..") is [var least, var most])
            return Number(least) is { } from && Number(most) is { } to && from <= to ? from == to ? Plain(from) : $"{Plain(from)}..{Plain(to)}" : null;
        if (text.Split(':') is [var middle, var distance])
            return Number(middle) is { } number && Number(distance) is >= 0 and var tolerance ? tolerance == 0 ? Plain(number) : $"{Plain(number)} ± {Plain(tolerance)}" : null;
        return Number(text) is { } exact ? Plain(exact) : null;
    }

    // Beyond that the bounds could not be compared exactly.
    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e20m ? number : null;

    private static string Plain(decimal number) => number.ToString("0.####################", CultureInfo.InvariantCulture);
}
