using System.Globalization;
using System.Text.RegularExpressions;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Documents;

/// <summary>Reads a colour such as "#0f766e". One that words are set in must be read on white paper: 4.5 to 1 (WCAG 2.2, 1.4.3).</summary>
internal static partial class Colour
{
    private const double LeastContrast = 4.5;

    public static uint? Read(Fields fields, string key, bool isText)
    {
        var text = fields.Text(key, required: false);
        if (text.Length == 0)
            return null;
        if (!Form().IsMatch(text))
            return fields.Wrong<uint?>(key, null, "expected.colour");
        var colour = uint.Parse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return !isText || OnWhite(colour) >= LeastContrast ? colour : fields.Wrong<uint?>(key, null, "expected.dark");
    }

    /// <summary>Its contrast against white paper, 1 to 21; whatever is above the 24 bits of the colour is left out.</summary>
    public static double OnWhite(uint colour) => 1.05 / (Luminance(colour) + 0.05);

    // Relative luminance, WCAG 2.2.
    private static double Luminance(uint colour) => (0.2126 * Linear(colour >> 16)) + (0.7152 * Linear(colour >> 8)) + (0.0722 * Linear(colour));

    private static double Linear(uint channel)
    {
        var share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
