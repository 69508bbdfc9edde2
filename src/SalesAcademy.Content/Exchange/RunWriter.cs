using System.Text;
using System.Text.RegularExpressions;
using SalesAcademy.Content.Questions;

namespace SalesAcademy.Content.Exchange;

/// <summary>Writes runs with Markdown's marks, and escapes whatever in their text would be read as one.</summary>
internal sealed partial class RunWriter(Place place)
{
    private readonly StringBuilder written = new();
    private bool isLineStart = place == Place.Line;

    public string Write(IReadOnlyList<Run> runs)
    {
        RunGroups.Walk(runs, Open, Close, at => One(runs[at], at + 1 < runs.Count ? runs[at + 1] : null));
        return written.ToString();
    }

    private void Open(Around around) => Mark(around.Mark switch { Around.Linked => "[", Around.Strong => "**", _ => "*" });

    private void Close(Around around) => Mark(around.Mark switch { Around.Linked => $"]({around.Link})", Around.Strong => "**", _ => "*" });

    private void Mark(string mark)
    {
        // "!" before a link would make it an image.
        if (mark == "[" && written is [.., '!'])
            written.Insert(written.Length - 1, '\\');
        written.Append(mark);
        isLineStart = false;
    }

    private void One(Run run, Run? next)
    {
        if (run.IsBreak)
        {
            written.Append(place == Place.Line || place == Place.Behind ? "\\\n" : " ");
            isLineStart = true;
        }
        else if (run.Blank is { } accepted)
            Mark($"{{{{{string.Join('|', accepted)}}}}}");
        else if (run.Style.Code)
            Mark(Code(run.Text));
        else
            Text(run, next);
    }

    private void Text(Run run, Run? next)
    {
        var text = run.Text;
        var at = isLineStart ? Beginning(text) : 0;
        for (; at < text.Length; at++)
        {
            var (before, c, after) = (at > 0 ? text[at - 1] : '\0', text[at], at + 1 < text.Length ? text[at + 1] : '\0');
            if (after == '\0' && next is { Blank: not null } && c is '{' or '\\')
                written.Append(c == '{' ? "&#123;" : "&#92;"); // an escape would run into the blank's braces
            else if (c == '{' && after == '{')
            {
                written.Append("\\{{");
                at++;
            }
            else if (NeedsEscape(before, c, after, text, at) || (c == ']' && run.Style.Link is not null))
                written.Append('\\').Append(c);
            else
                written.Append(c);
        }
        isLineStart = false;
    }

    private bool NeedsEscape(char before, char c, char after, string text, int at) => c switch
    {
        '\\' or '`' or '[' or '|' => true,
        '*' => !(before == ' ' && after == ' '),
        '_' => !(IsPlainWord(before) && IsPlainWord(after)),
        '<' => after is not (' ' or '=' or (>= '0' and <= '9')),
        '&' => EntityForm().IsMatch(text.AsSpan(at, Math.Min(40, text.Length - at))),
        '#' => place == Place.Heading && (before is ' ' or '\0'),
        _ => false,
    };

    // What would begin a list, a heading, a quote, an accepted answer, a fence or a container is escaped at its first sign, and what would name a rubric at its colon.
    private int Beginning(string text)
    {
        if (NumberForm().Match(text) is { Success: true, Length: var length })
        {
            written.Append(text, 0, length - 1).Append('\\').Append(text[length - 1]);
            return length;
        }
        if (text.StartsWith(RubricReader.Name, StringComparison.Ordinal))
        {
            written.Append(RubricReader.Name[..^1]).Append("\\:");
            return RubricReader.Name.Length;
        }
        var after = text.Length > 1 ? text[1] : ' ';
        var isMark = text[0] switch
        {
            '>' or '=' => true,
            '#' => after is '#' or ' ',
            '-' or '+' => after is ' ' or '-' or '=' or ':' or '+',
            '~' => after == '~',
            ':' => after is ':' or '-',
            _ => false,
        };
        if (!isMark)
            return 0;
        written.Append('\\').Append(text[0]);
        return 1;
    }

    private static bool IsPlainWord(char c) => char.IsAsciiLetterOrDigit(c);

    private static string Code(string text)
    {
        var longest = 0;
        for (int at = 0, run = 0; at < text.Length; at++)
            longest = Math.Max(longest, run = text[at] == '`' ? run + 1 : 0);
        var fence = new string('`', longest + 1);
        var pad = text[0] == '`' || text[^1] == '`' ? " " : "";
        return $"{fence}{pad}{text}{pad}{fence}";
    }

    [GeneratedRegex(@"^[0-9]{1,9}[.)](?= |\z)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^&#?[A-Za-z0-9]+;", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EntityForm();
}
