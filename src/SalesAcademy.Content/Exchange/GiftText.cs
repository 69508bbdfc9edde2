using System.Text.RegularExpressions;

namespace SalesAcademy.Content.Exchange;

/// <summary>A text of a GIFT question with its format: [html], [markdown], [plain], or [moodle], which is what stands there without a word.</summary>
internal static partial class GiftText
{
    private const int LongestMarkdown = 64 * 1024;

    /// <summary>Reads a text whose escapes are still hidden; without a format of its own it has the one of its question.</summary>
    public static IReadOnlyList<Prose> Read(string hidden, string format, Findings findings)
    {
        (format, hidden) = Format(hidden, format);
        var text = GiftEscapes.Show(hidden);
        if (text.EnumerateRunes().Any(Characters.IsForbidden))
            findings.Lose("invisible or reserved characters are left out");
        switch (format)
        {
            case "html":
                return HtmlProse.Read(text, findings);
            case "markdown" when text.Length > LongestMarkdown:
                findings.Refuse("its Markdown is longer than a quiz file may be");
                return [];
            case "markdown":
                return MarkdownProse.Read(Characters.Clean(text).Replace(PlainProse.LineEnd, '\n'), findings);
            default:
                if (HtmlProse.IsLikely(text))
                    findings.Lose("tags of HTML are shown as text: write [html] in front of it to have them read");
                return PlainProse.Read(text);
        }
    }

    /// <summary>The format named in front of a text, and the text behind it.</summary>
    public static (string Format, string Text) Format(string text, string standard) =>
        FormatForm().Match(text) is { Success: true } form ? (form.Groups["format"].Value.ToLowerInvariant(), text[form.Length..]) : (standard, text);

    [GeneratedRegex(@"^\s*\[(?<format>html|moodle|plain|markdown)\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex FormatForm();
}
