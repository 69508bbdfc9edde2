using SalesAcademy.Content.Markup;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Exchange;

/// <summary>
/// Reads HTML by an allow-list: paragraphs, line breaks, strong, emphasis, code, lists, tables, quotations and https links. The words of
/// everything else are kept and its tags dropped, which is told; pictures, sound and forms are refused.
/// </summary>
internal static class HtmlProse
{
    private static readonly HashSet<string> Blocks = Set("p div section article header footer main figure figcaption center address h1 h2 h3 h4 h5 h6 dl dt dd hr");
    private static readonly HashSet<string> Refused = Set("img picture svg math video audio source track iframe object embed canvas map area form input select button textarea applet");
    private static readonly HashSet<string> Silent = Set("script style template noscript head title");
    private static readonly HashSet<string> Ignored = Set("span font tbody thead tfoot colgroup col caption html body nobr wbr big small u ins abbr cite q mark time bdi o:p");

    public static IReadOnlyList<Prose> Read(string html, Findings findings)
    {
        var builder = new ProseBuilder(findings);
        string? silent = null;
        foreach (var token in HtmlToken.Of(html))
            if (silent is not null)
                silent = token.Closes && token.Tag == silent ? null : silent;
            else if (token.Tag is null)
                builder.Say(token.Text);
            else if (Silent.Contains(token.Tag))
            {
                findings.Lose($"<{token.Tag}> is left out");
                silent = token.Closes ? null : token.Tag;
            }
            else
                Tag(builder, token, token.Tag, findings);
        return builder.Finish();
    }

    /// <summary>Whether a plain text holds what looks like tags of HTML.</summary>
    public static bool IsLikely(string text) => HtmlToken.Of(text).Any(token => token.Tag is "p" or "br" or "b" or "i" or "strong" or "em" or "span" or "div" or "ul" or "ol" or "li" or "img" or "a" or "table" or "code" or "sub" or "sup");

    private static void Tag(ProseBuilder builder, HtmlToken token, string tag, Findings findings)
    {
        switch (tag)
        {
            case "strong" or "b":
                builder.Strong(token.Closes);
                break;
            case "em" or "i":
                builder.Emphasis(token.Closes);
                break;
            case "code" or "tt" or "kbd" or "samp":
                builder.Code(token.Closes);
                break;
            case "a":
                builder.Link(token.Closes ? null : Address(token.Address, findings));
                break;
            case "br":
                builder.Break();
                break;
            case "ul" or "ol" or "li" or "table" or "tr" or "td" or "th" or "blockquote" or "pre":
                builder.Container(tag, token.Closes);
                break;
            case var _ when Blocks.Contains(tag):
                builder.EndParagraph();
                break;
            case var _ when Refused.Contains(tag):
                findings.Refuse(tag is "img" or "picture" or "svg" ? "it shows an image, which cannot be taken in: put it into the course's assets and write the question by hand" : $"it holds <{tag}>, which has no place in a question");
                break;
            case "sub" or "sup":
                findings.Lose($"<{tag}> is shown on the line");
                break;
            case var _ when tag.Length > 0 && !Ignored.Contains(tag):
                findings.Lose($"<{tag}> is dropped and its words are kept");
                break;
        }
    }

    private static string? Address(string? address, Findings findings)
    {
        if (address is null)
            return null;
        var problems = new Problems("");
        var isHttps = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && new Links(new("course", Locales.English, 1, new Dictionary<string, CourseAsset>(StringComparer.Ordinal), problems)).Check(address, 1) is not null;
        if (isHttps)
            return Style.LinkTo(new(address)).Link;
        findings.Lose("a link that is not https is shown as text");
        return null;
    }

    private static HashSet<string> Set(string tags) => new(tags.Split(' '), StringComparer.Ordinal);
}
