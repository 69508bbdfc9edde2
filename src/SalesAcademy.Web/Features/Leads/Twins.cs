using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A lead that is still about somebody, and what came in about the same customer before.</summary>
internal sealed record Twin(LeadRow Row, LeadFacts Facts, IReadOnlyList<LeadFacts> Merged)
{
    /// <summary>Whether a lead says nothing new: neither to the one that stays nor beside what was merged into it.</summary>
    public bool Knows(LeadFacts lead) => MergeLeads.IsKnown([Facts, .. Merged], lead);
}

/// <summary>
/// Finds the same customer (<see cref="CustomerKey"/>). A lead whose customer may not be contacted comes first, then the oldest; where only a
/// tombstone is about the customer, the lead it was merged into.
/// </summary>
internal static class Twins
{
    public const int MostAtOnce = 500;

    /// <summary>The twin of one customer. Most are new, which one prepared statement tells.</summary>
    public static async Task<Twin?> Find(Entry entry, string customer) =>
        await entry.Reads.Rows(LeadStatements.Known, row => row.GetInt32(0), customer) is [] ? null : (await Of(entry.Db, [customer])).GetValueOrDefault(customer);

    /// <summary>The twins of many customers, at most 500 at once.</summary>
    public static async Task<IReadOnlyDictionary<string, Twin>> Of(AcademyDb db, IReadOnlyList<string> customers, CancellationToken cancellation = default)
    {
        var leads = db.Set<LeadRow>().AsNoTracking();
        var open = await leads.Where(l => customers.Contains(l.Customer) && l.State != LeadState.Lost && l.State != LeadState.Duplicate).ToListAsync(cancellation);
        var found = First(open.Select(l => (l.Customer, l)));
        var missing = customers.Where(customer => !found.ContainsKey(customer)).ToArray();
        var behind = missing.Length == 0 ? [] : await (
            from tombstone in leads
            where missing.Contains(tombstone.Customer) && tombstone.State == LeadState.Duplicate
            join stays in leads on tombstone.DuplicateOf equals (Guid?)stays.Id
            where stays.State != LeadState.Lost && stays.State != LeadState.Duplicate
            select new { tombstone.Customer, Stays = stays }).ToListAsync(cancellation);
        foreach (var (customer, stays) in First(behind.Select(b => (b.Customer, b.Stays))))
            found[customer] = stays;
        return found.Count == 0 ? new Dictionary<string, Twin>() : await WithMerged(db, found, cancellation);
    }

    private static Dictionary<string, LeadRow> First(IEnumerable<(string Customer, LeadRow Row)> leads) =>
        leads.GroupBy(l => l.Customer, l => l.Row).ToDictionary(g => g.Key, g => g.OrderBy(l => l.State != LeadState.Locked).ThenBy(l => l.ArrivedAt).ThenBy(l => l.Id).First());

    private static async Task<IReadOnlyDictionary<string, Twin>> WithMerged(AcademyDb db, Dictionary<string, LeadRow> found, CancellationToken cancellation)
    {
        var ids = found.Values.Select(l => (Guid?)l.Id).Distinct().ToArray();
        var merged = await db.Set<LeadRow>().AsNoTracking().Where(l => ids.Contains(l.DuplicateOf) && l.State == LeadState.Duplicate).ToListAsync(cancellation);
        var all = found.Values.Concat(merged).Select(l => l.Id).Distinct().ToArray();
        var tags = (await db.Set<LeadTagRow>().AsNoTracking().Where(t => all.Contains(t.Lead)).ToListAsync(cancellation)).ToLookup(t => t.Lead, Facts.TagOf);
        var under = merged.ToLookup(l => l.DuplicateOf, l => Facts.Of(l, tags[l.Id]));
        return found.ToDictionary(f => f.Key, f => new Twin(f.Value, Facts.Of(f.Value, tags[f.Value.Id]), [.. under[f.Value.Id]]));
    }
}
