using System.Globalization;
using System.Text;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>Names as people type them who look for somebody: without accents, and with the apostrophe of the keyboard.</summary>
internal static class FoldedNames
{
    // Letters of their own, which no form of Unicode takes apart.
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ł'] = "l",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
        ['’'] = "'",
        ['‘'] = "'",
        ['ʼ'] = "'",
    };

    public static string Folded(this string text) => string.Concat(text.ToLowerInvariant().InForm(NormalizationForm.FormD)
        .Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark).Select(sign => Letters.GetValueOrDefault(sign) ?? sign.ToString()));
}
