using System.Text;

namespace SalesAcademy.Content.Exchange;

/// <summary>The characters that GIFT writes behind a backslash. While a question is taken apart they are hidden, so that they part nothing.</summary>
internal static class GiftEscapes
{
    private const string Escaped = ":#={}~n";
    private const string Shown = ":#={}~\u2028";
    private const char Hidden = '\uE010';

    public static string Hide(string text)
    {
        var hidden = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var next = at + 1 < text.Length ? text[at + 1] : '\0';
            if (text[at] == '\\' && next == '\\')
                hidden.Append(text[at++]);
            else if (text[at] == '\\' && Escaped.IndexOf(next, StringComparison.Ordinal) is var sign and >= 0 && next != '\0')
            {
                hidden.Append((char)(Hidden + sign));
                at++;
            }
            else
                hidden.Append(text[at] is >= Hidden and < (char)(Hidden + 16) ? '\uFFFD' : text[at]);
        }
        return hidden.ToString();
    }

    public static string Show(string text) => string.Create(text.Length, text, (shown, hidden) =>
    {
        for (var at = 0; at < shown.Length; at++)
            shown[at] = hidden[at] is >= Hidden and < (char)(Hidden + 7) ? Shown[hidden[at] - Hidden] : hidden[at];
    });

    /// <summary>Any text as GIFT writes it; a line end is asked for with \n.</summary>
    public static string Write(string text)
    {
        var written = new StringBuilder(text.Length + 8);
        foreach (var c in text)
            _ = c switch
            {
                '\n' => written.Append("\\n"),
                ':' or '#' or '=' or '{' or '}' or '~' => written.Append('\\').Append(c),
                '\\' => written.Append("\\\\"),
                _ => written.Append(c),
            };
        return written.ToString();
    }
}
