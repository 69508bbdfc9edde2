using Microsoft.AspNetCore.Html;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>The rings of whole percents, drawn once: an outline shows one for every lesson begun.</summary>
internal static class Rings
{
    private static readonly Markup[] Small = Draw("ring");
    private static readonly Markup[] Large = Draw("ring large");

    /// <summary>A ring without words of its own.</summary>
    /// <param name="percent">0 to 100.</param>
    /// <param name="large">The one beside a standing.</param>
    public static IHtmlContent Of(int percent, bool large = false) => (large ? Large : Small)[percent];

    /// <summary>The inside of the svg element.</summary>
    public static string Circles(double percent) =>
        $"""<circle class="all" cx="18" cy="18" r="14"/><circle class="part" cx="18" cy="18" r="14" pathLength="100" stroke-dasharray="{Drawing.Number(percent)} 100" transform="rotate(-90 18 18)"/>""";

    private static Markup[] Draw(string css) =>
        [.. Enumerable.Range(0, 101).Select(percent => new Markup($"""<svg class="{css}" viewBox="0 0 36 36" width="18" height="18" aria-hidden="true">{Circles(percent)}</svg>"""))];
}
