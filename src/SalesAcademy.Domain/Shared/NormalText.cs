using System.Text;

namespace SalesAcademy.Domain.Shared;

/// <summary>Unicode normalisation of text that comes from anywhere.</summary>
public static class NormalText
{
    /// <summary>The text in that form. What is no character (half a surrogate, U+FFFE) becomes U+FFFD, where normalising alone would throw.</summary>
    public static string InForm(this string text, NormalizationForm form) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0xFFFE ? Rune.ReplacementChar : rune)).Normalize(form);
}
