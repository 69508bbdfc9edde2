using System.Globalization;
using System.Xml;

namespace SalesAcademy.Content.Courses;

/// <summary>Accepts drawings only: an SVG opened by its address is a page of our site, so script, links and foreign content are refused.</summary>
internal static class SvgImage
{
    private static readonly HashSet<string> Elements = new(
    [
        "svg", "g", "defs", "title", "desc", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "style",
        "marker", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "filter", "feGaussianBlur", "feOffset", "feMerge", "feMergeNode", "feFlood", "feComposite", "feDropShadow",
    ],
    StringComparer.Ordinal);

    internal static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    public static Phrase? Fault(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), Settings);
            while (reader.Read())
                if (reader.NodeType == XmlNodeType.ProcessingInstruction)
                    return new("asset-form.instruction");
                else if (reader.Depth > 100)
                    return new("asset-form.depth");
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && LeadsOut(reader.Value))
                    return new("asset-form.style");
                else if (reader.NodeType == XmlNodeType.Element && ElementFault(reader) is { } fault)
                    return fault;
            return null;
        }
        catch (XmlException)
        {
            return new("asset-form.syntax");
        }
    }

    public static (int? Width, int? Height)? Size(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), Settings);
        reader.MoveToContent();
        var box = (reader.GetAttribute("viewBox") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return box.Length == 4 && Number(box[2]) is { } width && Number(box[3]) is { } height ? (width, height) : null;
    }

    private static Phrase? ElementFault(XmlReader reader)
    {
        if (reader.Depth == 0 && reader.LocalName != "svg")
            return new("asset-form.root");
        if (!Elements.Contains(reader.LocalName))
            return new("asset-form.element", reader.LocalName);
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
            if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase))
                return new("asset-form.script", reader.LocalName);
            else if (reader.LocalName == "href" ? !reader.Value.StartsWith('#') : reader.Prefix != "xmlns" && reader.Name != "xmlns" && LeadsOut(reader.Value))
                return new("asset-form.outside", reader.Name);
        reader.MoveToElement();
        return null;
    }

    // Inside a style or attribute only url(#…) may load; backslashes could spell url in disguise.
    private static bool LeadsOut(string value) =>
        value.Contains('\\') || value.Contains("@import", StringComparison.OrdinalIgnoreCase) || value.Contains("javascript:", StringComparison.OrdinalIgnoreCase)
        || value.Replace("url(#", "", StringComparison.Ordinal).Contains("url(", StringComparison.OrdinalIgnoreCase);

    private static int? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100_000 ? (int)Math.Round(number) : null;
}
