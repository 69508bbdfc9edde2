using System.Globalization;
using System.Text;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.People;

/// <summary>A name as its owner writes it, in any script: 欧阳娜娜, O'Brien-Łukasiewicz. Kept in one normal form, since certificates print it.</summary>
public static class PersonName
{
    /// <summary>Most characters.</summary>
    public const int Longest = 80;

    /// <summary>The name to keep; refused when it has no letter, is too long, or holds signs that cannot be seen or turn the writing direction.</summary>
    public static Decision<string> Decide(string? written)
    {
        var name = string.Join(' ', (written ?? "").InForm(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return name.Length > Longest || !name.Any(char.IsLetter) || name.Any(IsUnseen) ? new Refusal("name-invalid", Longest) : name;
    }

    /// <summary>The same name in Latin letters; null where none is given. Refused when it holds letters of another script.</summary>
    public static Decision<string?> DecideLatin(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
            return new Accepted<string?>(null);
        return Decide(written) switch
        {
            Accepted<string> { Value: var name } when name.Where(char.IsLetter).All(IsLatin) => name,
            _ => new Refusal("latin-name-invalid", Longest),
        };
    }

    private static bool IsLatin(char letter) => letter < '\u0250' || letter is >= '\u1E00' and <= '\u1EFF';

    private static bool IsUnseen(char sign) => char.GetUnicodeCategory(sign)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
