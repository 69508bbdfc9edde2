using System.Globalization;

namespace SalesAcademy.Content;

/// <summary>
/// What a question family asks, apart from its wording: competency, type, and what is right in each variant. A typo mended or a
/// variant added leaves it, so the answers stay evidence; another competency, another type or another right answer in a variant that was
/// there makes it another question, and the answers are dropped (model.md section 1, materially changed).
/// </summary>
public static class QuestionMatter
{
    /// <summary>Such as discovery:single;a=01000;b=00010.</summary>
    public static string Of(QuestionFamily family)
    {
        ArgumentNullException.ThrowIfNull(family);
        return string.Create(CultureInfo.InvariantCulture, $"{family.Competency}:{family.Type};{string.Join(';', family.Variants.Select(variant => $"{variant.Id}={variant.Key.Answer.Matter}"))}");
    }

    /// <summary>Whether what was asked then is still asked.</summary>
    public static bool IsStillAsked(string then, string now)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(now);
        if (then == now)
            return true;
        var (before, after) = (then.Split(';'), now.Split(';'));
        if (before[0] != after[0])
            return false;
        var keys = after.Skip(1).ToDictionary(VariantOf, StringComparer.Ordinal);
        return before.Skip(1).All(variant => !keys.TryGetValue(VariantOf(variant), out var key) || key == variant);
    }

    private static string VariantOf(string part) => part[..part.IndexOf('=', StringComparison.Ordinal)];
}
