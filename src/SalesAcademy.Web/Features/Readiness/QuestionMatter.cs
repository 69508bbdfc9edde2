using System.Globalization;
using System.Runtime.CompilerServices;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>
/// What a question family asks, apart from its wording: competency, type, and what is right in each variant. A typo mended or a
/// variant added leaves it, so the answers stay evidence; another competency, another type or another right answer in a variant that was
/// there makes it another question, and the answers are dropped (model.md section 1, materially changed).
/// </summary>
internal static class QuestionMatter
{
    private static readonly ConditionalWeakTable<Catalogue, Dictionary<string, Family>> Families = [];

    /// <summary>Such as discovery:single;a=01000;b=00010.</summary>
    public static string Of(QuestionFamily family) => string.Create(CultureInfo.InvariantCulture, $"{family.Competency}:{family.Type};{string.Join(';',
        family.Variants.Select(variant => $"{variant.Id}={variant.Key.Answer.Matter}"))}");

    /// <summary>Whether what was asked then is still asked.</summary>
    public static bool IsStillAsked(string then, string now)
    {
        if (then == now)
            return true;
        var (before, after) = (then.Split(';'), now.Split(';'));
        if (before[0] != after[0])
            return false;
        var keys = after.Skip(1).ToDictionary(VariantOf, StringComparer.Ordinal);
        return before.Skip(1).All(variant => !keys.TryGetValue(VariantOf(variant), out var key) || key == variant);
    }

    /// <summary>The live families as the model counts them, by id; made once per catalogue.</summary>
    public static IReadOnlyDictionary<string, Family> FamiliesOf(Catalogue catalogue) => Families.GetValue(catalogue, static c => c.Families.Values.ToDictionary(
        family => family.Id,
        family => new Family(family.Id, family.Competency, family.Guess, Of(family), family.Pool is QuestionPool.Drill or QuestionPool.Both),
        StringComparer.Ordinal));

    private static string VariantOf(string part) => part[..part.IndexOf('=', StringComparison.Ordinal)];
}
