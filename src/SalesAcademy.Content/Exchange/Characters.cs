using System.Text;

namespace SalesAcademy.Content.Exchange;

/// <summary>Characters that no text of the academy may hold: controls, marks that turn the direction of text, and those that the readers use as signs.</summary>
internal static class Characters
{
    public static bool IsForbidden(Rune rune) =>
        (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or (>= 0xE000 and <= 0xE01F);

    /// <summary>The text without them, halves of surrogates replaced.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!IsForbidden(rune))
                clean.Append(rune);
        return clean.ToString();
    }
}
