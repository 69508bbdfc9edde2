using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>One line that a person can read: something visible in it, no control characters, and none that turn the order of others round.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LegibleAttribute : ValidationAttribute
{
    private const char Joiner = '\u200D';
    private const char NonJoiner = '\u200C';

    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || (text.EnumerateRunes().All(IsPlain) && text.EnumerateRunes().Any(IsVisible));

    // Joiners belong to the spelling of some languages, and to emoji.
    private static bool IsPlain(Rune rune) => rune.Value is Joiner or NonJoiner
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsVisible(Rune rune) => IsPlain(rune) && rune.Value is not (Joiner or NonJoiner) && !Rune.IsWhiteSpace(rune);
}
