using System.Globalization;
using System.Text;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>A name in one or two letters: 林 for 林悦, MO for Maya Okafor, OŁ for O'Brien-Łukasiewicz.</summary>
internal static class Initials
{
    private static readonly char[] Gaps = [' ', '\u00A0', '\u3000', '-', '\u2010', '\u2011', '·'];

    public static string Of(string name)
    {
        var words = name.Split(Gaps, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && IsHan(words[0]))
            return First(words[0]); // a Chinese name begins with the family name

        var spoken = words.Where(word => char.IsLetter(word, 0) && !IsHan(word)).ToList();
        return spoken.Count switch
        {
            0 => "",
            1 => First(spoken[0]),
            _ => First(spoken[0]) + First(spoken[^1]),
        };
    }

    // A text element keeps an accent that is written as its own sign.
    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();

    private static bool IsHan(string word) => Rune.GetRuneAt(word, 0).Value is >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0x20000 and <= 0x323AF;
}
