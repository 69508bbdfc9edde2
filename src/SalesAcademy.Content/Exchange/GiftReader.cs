using System.Globalization;

namespace SalesAcademy.Content.Exchange;

/// <summary>
/// Reads the question format GIFT as Moodle documents and reads it (docs.moodle.org, GIFT format). Never throws: whatever cannot be
/// read is refused with its line.
/// </summary>
internal static class GiftReader
{
    public static IEnumerable<ImportedQuestion> Read(string text) => GiftEntry.Of(text).Select(Read);

    private static ImportedQuestion Read(GiftEntry entry)
    {
        var text = GiftEscapes.Hide(entry.Text);
        var (question, from) = (new ImportedQuestion(entry.Line, "", entry.Category), 0);
        if (text.StartsWith("::", StringComparison.Ordinal))
        {
            var end = text.IndexOf("::", 2, StringComparison.Ordinal);
            if (end < 0)
                return Refused(question, "its name is not closed: write ::name::");
            question = question with { Name = Runs.Plain(Runs.Of(GiftEscapes.Show(text[2..end]))) };
            from = end + 2;
        }
        var (open, close) = (text.IndexOf('{', from), text.IndexOf('}', from));
        if (open < 0 && close < 0)
            return question with { Skipped = "a description asks nothing" };
        if (Brace(text, open, close) is var (place, fault))
            return Refused(question, string.Create(CultureInfo.InvariantCulture, $"{fault} (line {entry.Line + text.AsSpan(0, place).Count('\n')})"));
        return Read(question, Asked(text[from..open], text[(close + 1)..]), text[(open + 1)..close].Trim());
    }

    private static ImportedQuestion Read(ImportedQuestion question, string written, string answers)
    {
        var (format, asked) = GiftText.Format(written, "moodle");
        var general = answers.LastIndexOf("####", StringComparison.Ordinal);
        var feedback = general < 0 ? "" : answers[(general + 4)..];
        answers = general < 0 ? answers : answers[..general].Trim();
        var text = GiftText.Read(asked, format, question.Findings);
        return GiftAnswers.Read(answers, format, question.Findings) is { } answer
            ? question with { Content = new(text, answer, GiftText.Read(feedback, format, question.Findings)) }
            : question;
    }

    // With words behind the answers this is a sentence with a gap.
    private static string Asked(string before, string after) => string.IsNullOrWhiteSpace(after) ? before : $"{before}…{after}";

    private static (int Place, string Fault)? Brace(string text, int open, int close)
    {
        if (open < 0 || (close >= 0 && close < open))
            return (close, "a } closes nothing: write \\} to show it");
        if (close < 0)
            return (open, "a { is not closed before the next empty line: add }, or write \\{ to show it");
        if (text.AsSpan(open + 1, close - open - 1).IndexOf('{') is var nested and >= 0)
            return (open + 1 + nested, "a second { stands inside the answers: write \\{ to show it");
        if (text.AsSpan(close + 1).IndexOfAny('{', '}') is var second and >= 0)
            return (close + 1 + second, "a brace follows the answers: part questions by an empty line, or write \\{ or \\} to show it");
        return null;
    }

    private static ImportedQuestion Refused(ImportedQuestion question, string reason)
    {
        question.Findings.Refuse(reason);
        return question;
    }
}
