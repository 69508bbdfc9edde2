using SalesAcademy.Content.Markup;

namespace SalesAcademy.Content.Exchange;

/// <summary>Writes a text as plain HTML.</summary>
internal static class ProseHtml
{
    public static string Of(IEnumerable<Prose> prose) => string.Concat(prose.Select(Of));

    private static string Of(Prose block) => block switch
    {
        Paragraph paragraph => $"<p>{Inline(paragraph.Runs)}</p>",
        Listing list => $"<{Tag(list)}>{string.Concat(list.Items.Select(item => $"<li>{Item(item)}</li>"))}</{Tag(list)}>",
        Grid grid => $"<table>{string.Concat(grid.Rows.Select((row, place) => $"<tr>{string.Concat(row.Select(cell => Cell(cell, place == 0 ? "th" : "td")))}</tr>"))}</table>",
        Quotation quotation => $"<blockquote>{Of(quotation.Content)}</blockquote>",
        Verbatim verbatim => $"<pre>{Flow.Escape(verbatim.Text)}</pre>",
        _ => "",
    };

    /// <summary>One paragraph without its tags.</summary>
    public static string Inline(IReadOnlyList<Run> runs) => RunHtml.Of(runs).Replace("<br>\n", "<br>", StringComparison.Ordinal).Replace(" rel=\"noopener nofollow\"", "", StringComparison.Ordinal);

    private static string Tag(Listing list) => list.IsNumbered ? "ol" : "ul";

    private static string Item(IReadOnlyList<Prose> item) => item is [Paragraph first, ..] ? Inline(first.Runs) + Of(item.Skip(1)) : Of(item);

    private static string Cell(IReadOnlyList<Run> cell, string tag) => $"<{tag}>{Inline(cell)}</{tag}>";
}
