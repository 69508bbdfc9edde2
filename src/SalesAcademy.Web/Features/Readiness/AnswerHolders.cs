using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Who would lose evidence if questions came to ask something else: told before it is published, by the rule that drops it afterwards.</summary>
internal sealed class AnswerHolders : IAnswerHolders
{
    public async Task<IReadOnlyDictionary<string, IReadOnlySet<Guid>>> Losing(AcademyDb db, IReadOnlyDictionary<string, (string Now, string? Then)> matters, CancellationToken cancellation = default)
    {
        var families = matters.Keys.ToArray();
        var held = await db.Set<AnswerRow>().Where(row => row.First && families.Contains(row.Family)).Select(row => new { row.Person, row.Family, row.Matter }).Distinct().ToListAsync(cancellation);
        return held
            .Where(row => QuestionMatter.IsStillAsked(row.Matter, matters[row.Family].Now) && (matters[row.Family].Then is not { } then || !QuestionMatter.IsStillAsked(row.Matter, then)))
            .GroupBy(row => row.Family, StringComparer.Ordinal)
            .ToDictionary(family => family.Key, IReadOnlySet<Guid> (family) => family.Select(row => row.Person).ToHashSet(), StringComparer.Ordinal);
    }
}
