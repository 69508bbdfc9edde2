using System.Text;

namespace SalesAcademy.Content.Markup;

/// <summary>A run of inline HTML and the plain text a reader sees of it. All text enters through here and is escaped here.</summary>
internal sealed class Flow
{
    private readonly StringBuilder html = new();
    private readonly StringBuilder text = new();
    private bool softBreak;

    public string Html => html.ToString().Trim();

    public string Text => text.ToString();

    public void Say(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty)
            return;
        Join(words[0]);
        Escape(html, words);
        text.Append(words);
    }

    /// <summary>Markup that is ours, from the closed set in the writers.</summary>
    public void Tag(string markup)
    {
        if (softBreak && !markup.StartsWith("</", StringComparison.Ordinal))
            Join('x');
        html.Append(markup);
    }

    /// <summary>Text that a reader gets from an element's attribute, such as an image's.</summary>
    public void Instead(string words) => text.Append(words);

    public void SoftBreak() => softBreak = true;

    public void HardBreak()
    {
        Tag("<br>\n");
        text.Append('\n');
    }

    public static string Escape(ReadOnlySpan<char> words)
    {
        var escaped = new StringBuilder(words.Length + 16);
        Escape(escaped, words);
        return escaped.ToString();
    }

    // Browsers show a line end as a space; between two Chinese characters there must be none.
    private void Join(char next)
    {
        if (!softBreak)
            return;
        softBreak = false;
        if (text.Length > 0 && IsChinese(text[^1]) && IsChinese(next))
            return;
        html.Append('\n');
        text.Append('\n');
    }

    private static bool IsChinese(char c) => c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF') or '“' or '”' or '‘' or '’' or '…' or '—' || char.IsSurrogate(c);

    private static void Escape(StringBuilder into, ReadOnlySpan<char> words)
    {
        foreach (var c in words)
            _ = c switch
            {
                '&' => into.Append("&amp;"),
                '<' => into.Append("&lt;"),
                '>' => into.Append("&gt;"),
                '"' => into.Append("&quot;"),
                '\'' => into.Append("&#39;"),
                '\0' => into.Append('\uFFFD'),
                _ => into.Append(c),
            };
    }
}
