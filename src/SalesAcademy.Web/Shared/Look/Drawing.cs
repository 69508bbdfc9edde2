using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>What the drawn components share. Places are SVG attributes in percent: the page's policy forbids style attributes.</summary>
internal static class Drawing
{
    /// <summary>A share of 0 to 1 as an SVG length; outside values are held at the ends.</summary>
    public static string Percent(double share) => Number(100 * Math.Clamp(share, 0, 1)) + "%";

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A drawing is either one image with a name or nothing at all to a screen reader.</summary>
    public static void Speak(this TagHelperOutput output, string? label)
    {
        if (string.IsNullOrEmpty(label))
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
            return;
        }
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", label);
    }

    /// <summary>An icon inside another component.</summary>
    public static IHtmlContentBuilder AppendIcon(this IHtmlContentBuilder html, string name, string css = "glyph") => css == "glyph"
        ? html.AppendHtml(Icons.Of(name))
        : html.AppendHtml(IconStart(css)).AppendHtml(Icons.Drawing(name)).AppendHtml("</svg>");

    public static string IconStart(string css) =>
        $"""<svg class="{css}" viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">""";
}
