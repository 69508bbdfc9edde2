using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using SalesAcademy.Content.Markup;

namespace SalesAcademy.Content.Courses;

/// <summary>
/// Writes a plain drawing into the page itself. An image loaded by address cannot use the page's fonts, so its Chinese words would be
/// boxes on a machine without any. Only shapes and words from closed lists are written; a drawing that needs more stays an image.
/// </summary>
internal static partial class InlineSvg
{
    private static readonly HashSet<string> Elements = Set("g defs path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop marker clipPath");

    private static readonly HashSet<string> Attributes = Set(
        "x y x1 y1 x2 y2 cx cy r rx ry dx dy d points width height transform viewBox id fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin "
        + "stroke-dasharray opacity font-size font-weight font-style text-anchor dominant-baseline letter-spacing offset stop-color stop-opacity gradientUnits gradientTransform "
        + "refX refY markerWidth markerHeight markerUnits orient marker-start marker-mid marker-end clip-path clipPathUnits");

    // The alternative text of the image says it already, and the page's font replaces the drawing's own.
    private static readonly HashSet<string> Left = Set("title desc");
    private static readonly HashSet<string> LeftAttributes = Set("role lang font-family aria-labelledby aria-label aria-hidden version");

    /// <summary>What follows <c>&lt;svg</c> and its size, up to its closing tag; null when the drawing holds more than the lists allow.</summary>
    /// <param name="bytes">A drawing that <see cref="SvgImage"/> accepts.</param>
    /// <param name="prefix">Put before its ids, so that two drawings on a page do not meet.</param>
    public static string? Write(byte[] bytes, string prefix)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), SvgImage.Settings);
        reader.MoveToContent();
        if (reader.GetAttribute("viewBox") is not { } box || !Value().IsMatch(box))
            return null;
        var language = reader.GetAttribute("lang") is { } lang && Locales.All.Contains(lang) ? $" lang=\"{lang}\"" : "";
        var html = new StringBuilder($" viewBox=\"{box}\"{language}>");
        var words = 0;
        while (reader.Read())
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when Left.Contains(reader.Name):
                    Skip(reader);
                    break;
                case XmlNodeType.Element:
                    if (!Elements.Contains(reader.Name) || Open(reader, prefix) is not { } tag)
                        return null;
                    html.Append(tag);
                    if (reader.IsEmptyElement)
                        html.Append("</").Append(reader.Name).Append('>');
                    else if (reader.Name == "text")
                        words++;
                    break;
                case XmlNodeType.EndElement when reader.Depth > 0:
                    html.Append("</").Append(reader.Name).Append('>');
                    words -= reader.Name == "text" ? 1 : 0;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace when words > 0:
                    html.Append(Flow.Escape(reader.Value));
                    break;
            }
        return html.ToString();
    }

    private static string? Open(XmlReader reader, string prefix)
    {
        var tag = new StringBuilder("<").Append(reader.Name);
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (LeftAttributes.Contains(reader.Name))
                continue;
            var value = reader.Name == "id" ? prefix + reader.Value : Reference().Replace(reader.Value, $"url(#{prefix}${{id}})");
            if (!Attributes.Contains(reader.Name) || !Value().IsMatch(value) || value.Replace($"url(#{prefix}", "", StringComparison.Ordinal).Contains("url", StringComparison.OrdinalIgnoreCase))
                return null;
            tag.Append(' ').Append(reader.Name).Append("=\"").Append(value).Append('"');
        }
        reader.MoveToElement();
        return tag.Append('>').ToString();
    }

    private static void Skip(XmlReader reader)
    {
        using var inside = reader.ReadSubtree();
        while (inside.Read())
        {
        }
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(@"^[A-Za-z0-9 .,#%()+_\n-]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Value();

    [GeneratedRegex(@"^url\(#(?<id>[A-Za-z][A-Za-z0-9_-]*)\)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
