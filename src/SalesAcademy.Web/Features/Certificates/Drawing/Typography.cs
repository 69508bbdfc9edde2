using System.Text;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>What a typist leaves and a typesetter mends before anything is measured.</summary>
internal static class Typography
{
    /// <summary>Composed characters, single spaces, a curly apostrophe; half a surrogate pair becomes U+FFFD and is refused later.</summary>
    public static string Tidy(string? text)
    {
        var tidy = new StringBuilder();
        foreach (var character in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(character) && !Rune.IsControl(character))
            {
                if (tidy.Length > 0 && tidy[^1] != ' ')
                    tidy.Append(' ');
            }
            else
            {
                tidy.Append(character == new Rune('\'') ? "’" : character.ToString());
            }
        }
        return tidy.ToString().TrimEnd(' ').InForm(NormalizationForm.FormC);
    }
}
