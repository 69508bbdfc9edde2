using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>What people are told about leads.</summary>
internal static class LeadNotices
{
    /// <summary>Sales operations learn of a lead that found no seller.</summary>
    public static async Task Unowned(Entry entry, LeadRow lead, DecisionRow decision)
    {
        foreach (var reader in await Operations(entry))
            await entry.Notify(reader, decision.Late ? "lead-late" : "lead-pooled", $"/leads/decisions/{decision.Id}", lead.Company);
    }

    /// <summary>Sales operations, those of it who are here.</summary>
    public static Task<List<Guid>> Operations(Entry entry) => entry.Db.Set<RoleRow>().Where(r => r.Role == Role.SalesOps)
        .Join(entry.Db.Set<PersonRow>().Where(p => p.SuspendedAt == null), r => r.PersonId, p => p.Id, (r, p) => p.Id).OrderBy(id => id).ToListAsync();

    /// <summary>A day as an argument of a notice, in both languages.</summary>
    public static string Day(DateOnly day) => InBothLanguages.Of(day.ToString("d MMMM", CultureInfo.InvariantCulture), $"{day.Month} 月 {day.Day} 日");
}
