using System.Runtime.CompilerServices;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>The question families of a catalogue as the model counts them, each with what it asks.</summary>
internal static class CountedFamilies
{
    private static readonly ConditionalWeakTable<Catalogue, Dictionary<string, Family>> Families = [];

    /// <summary>The live families by id; made once per catalogue.</summary>
    public static IReadOnlyDictionary<string, Family> Of(Catalogue catalogue) => Families.GetValue(catalogue, static c => c.Families.Values.ToDictionary(
        family => family.Id,
        family => new Family(family.Id, family.Competency, family.Guess, QuestionMatter.Of(family), family.Pool is QuestionPool.Drill or QuestionPool.Both),
        StringComparer.Ordinal));
}
