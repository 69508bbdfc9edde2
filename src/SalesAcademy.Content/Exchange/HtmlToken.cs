using System.Net;

namespace SalesAcademy.Content.Exchange;

/// <summary>A piece of HTML: text, or a tag with the address it leads to.</summary>
internal readonly record struct HtmlToken(string Text, string? Tag = null, bool Closes = false, string? Address = null)
{
    /// <summary>Cuts any text into pieces, in linear time; what is no tag is text.</summary>
    public static IEnumerable<HtmlToken> Of(string html)
    {
        var (at, isOpen) = (0, true);
        while (at < html.Length)
        {
            var start = isOpen ? TagStart(html, at) : -1;
            if (start < 0)
                start = html.Length;
            if (start > at)
                yield return new(WebUtility.HtmlDecode(html[at..start]));
            if (start == html.Length)
                yield break;
            var end = html.AsSpan(start).StartsWith("<!--") ? After(html, start + 4, "-->") : TagEnd(html, start + 1);
            isOpen = end > 0; // where one tag is never closed, none behind it is
            at = isOpen ? end : start;
            if (isOpen)
                yield return Read(html.AsSpan(start + 1, end - start - 2));
        }
    }

    private static int TagStart(string html, int from)
    {
        for (var at = html.IndexOf('<', from); at >= 0; at = html.IndexOf('<', at + 1))
            if (at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?'))
                return at;
        return -1;
    }

    // A bracket inside a quoted attribute closes nothing.
    private static int TagEnd(string html, int from)
    {
        var quote = '\0';
        for (var at = from; at < html.Length; at++)
            if (quote != '\0')
                quote = html[at] == quote ? '\0' : quote;
            else if (html[at] == '>')
                return at + 1;
            else if (html[at] is '"' or '\'' && at > from && html[at - 1] is '=' or ' ')
                quote = html[at];
        return -1;
    }

    private static int After(string html, int from, string end) => html.IndexOf(end, from, StringComparison.Ordinal) is var at and >= 0 ? at + end.Length : -1;

    private static HtmlToken Read(ReadOnlySpan<char> inside)
    {
        var closes = inside is ['/', ..];
        var body = closes ? inside[1..] : inside;
        var length = 0;
        while (length < body.Length && (char.IsAsciiLetterOrDigit(body[length]) || body[length] is ':' or '-'))
            length++;
        var tag = body[..length].ToString().ToLowerInvariant();
        return new("", tag, closes, tag == "a" && !closes ? Attribute(body[length..], "href") : null);
    }

    private static string? Attribute(ReadOnlySpan<char> attributes, string name)
    {
        while (attributes.IndexOf(name, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
        {
            var isWhole = at == 0 || char.IsWhiteSpace(attributes[at - 1]);
            attributes = attributes[(at + name.Length)..].TrimStart();
            if (!isWhole || attributes is not ['=', ..])
                continue;
            var value = attributes[1..].TrimStart();
            var end = value is ['"' or '\'', ..] ? value[1..].IndexOf(value[0]) : value.IndexOfAny(" \t\n>");
            value = value is ['"' or '\'', ..] ? value[1..] : value;
            return WebUtility.HtmlDecode((end < 0 ? value : value[..end]).ToString()).Trim();
        }
        return null;
    }
}
