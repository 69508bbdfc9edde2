using System.Globalization;
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
        foreach (var reader in await Staff.Holding(entry.Db, Role.SalesOps))
            await entry.Notify(reader, decision.Late ? "lead-late" : "lead-pooled", $"/leads/decisions/{decision.Id}", lead.Company);
    }

    /// <summary>A day as an argument of a notice, in both languages.</summary>
    public static string Day(DateOnly day) => InBothLanguages.Of(day.ToString("d MMMM", CultureInfo.InvariantCulture), $"{day.Month} 月 {day.Day} 日");
}
