using System.Globalization;
using System.Text;
using Microsoft.Net.Http.Headers;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>Names of files that sort by number, keep Chinese, and hold nothing that means something to a file system, a shell or a header.</summary>
internal static class CertificateFile
{
    private const int LongestPart = 60;
    private const string Kept = "-'’·()（）";

    public static string NameOf(string number, string holder, string title) => $"{Safe(number)}-{Safe(holder)}-{Safe(title)}.pdf";

    public static string Safe(string text)
    {
        var safe = new StringBuilder();
        foreach (var character in text.InForm(NormalizationForm.FormC).EnumerateRunes())
            if (IsKept(character))
                safe.Append(character.ToString());
            else if (safe.Length > 0 && safe[^1] != ' ')
                safe.Append(' ');
        if (safe.Length > LongestPart)
            safe.Length = char.IsHighSurrogate(safe[LongestPart - 1]) ? LongestPart - 1 : LongestPart;
        var trimmed = safe.ToString().Trim(' ', '-');
        return trimmed.Length > 0 ? trimmed : "_";
    }

    /// <summary>A Content-Disposition with the name in plain ASCII and in full (RFC 5987).</summary>
    public static string Disposition(string name, bool download)
    {
        var header = new ContentDispositionHeaderValue(download ? "attachment" : "inline");
        header.SetHttpFileName(name);
        return header.ToString();
    }

    private static bool IsKept(Rune character) => Rune.GetUnicodeCategory(character) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
        || (character.IsBmp && Kept.Contains((char)character.Value, StringComparison.Ordinal));
}
