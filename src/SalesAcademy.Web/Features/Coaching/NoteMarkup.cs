using Microsoft.AspNetCore.Html;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>
/// Sets a note's words: paragraphs, lists of lines that begin with "- ", **bold**, *italic* and [words](https://…); everything else is
/// shown as typed. Each character is looked at a fixed number of times, so no note can be slow.
/// </summary>
internal static class NoteMarkup
{
    public static IHtmlContent Of(string words)
    {
        var html = new HtmlContentBuilder();
        foreach (var paragraph in words.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            AppendParagraph(html, paragraph.Split('\n'));
        return html;
    }

    private static void AppendParagraph(HtmlContentBuilder html, string[] lines)
    {
        for (var i = 0; i < lines.Length;)
        {
            var isList = IsItem(lines[i]);
            html.AppendHtml(isList ? "<ul>" : "<p>");
            var first = i;
            for (; i < lines.Length && IsItem(lines[i]) == isList; i++)
            {
                html.AppendHtml(isList ? "<li>" : i > first ? "<br>" : "");
                AppendInline(html, isList ? lines[i][2..] : lines[i]);
                html.AppendHtml(isList ? "</li>" : "");
            }

            html.AppendHtml(isList ? "</ul>" : "</p>");
        }
    }

    private static bool IsItem(string line) => line.StartsWith("- ", StringComparison.Ordinal);

    private static void AppendInline(HtmlContentBuilder html, string line)
    {
        var plainFrom = 0;
        for (var i = 0; i < line.Length;)
        {
            var (end, open, inside, close) = MarkAt(line, i);
            if (end == 0)
            {
                i++;
                continue;
            }

            html.Append(line[plainFrom..i]).AppendHtml(open).Append(inside).AppendHtml(close);
            plainFrom = i = end;
        }

        html.Append(line[plainFrom..]);
    }

    private static (int End, IHtmlContent Open, string Inside, string Close) MarkAt(string line, int at)
    {
        if (line[at] == '*')
        {
            var mark = at + 1 < line.Length && line[at + 1] == '*' ? 2 : 1;
            var from = at + mark;
            // The inside holds no star, so the next star decides and no stretch is searched twice.
            var end = line.IndexOf('*', from);
            if (end > from && end + mark <= line.Length && line[end + mark - 1] == '*')
                return (end + mark, Tag(mark == 2 ? "b" : "i"), line[from..end], mark == 2 ? "</b>" : "</i>");
        }
        else if (line[at] == '[')
        {
            var middle = line.AsSpan(at + 1).IndexOfAny('[', ']') + at + 1;
            if (middle > at + 1 && line[middle] == ']' && middle + 1 < line.Length && line[middle + 1] == '(')
            {
                var close = line.AsSpan(middle + 2).IndexOfAny(") [(") + middle + 2;
                if (close > middle + 2 && line[close] == ')' && Uri.TryCreate(line[(middle + 2)..close], UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
                    return (close + 1, new HtmlContentBuilder().AppendHtml("<a rel=\"noopener noreferrer\" target=\"_blank\" href=\"").Append(address.AbsoluteUri).AppendHtml("\">"), line[(at + 1)..middle], "</a>");
            }
        }

        return default;
    }

    private static HtmlContentBuilder Tag(string name) => (HtmlContentBuilder)new HtmlContentBuilder().AppendHtml($"<{name}>");
}
