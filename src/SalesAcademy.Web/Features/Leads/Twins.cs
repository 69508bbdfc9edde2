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
/// Finds the same customer by the e-mail address, never by the name of a company. A lead whose customer may not be contacted comes first,
/// then the oldest; where only a tombstone has the address, the lead it was merged into.
/// </summary>
internal static class Twins
{
    public const int MostAtOnce = 500;

    public static string AddressOf(ArrivingLead lead) => lead.Email.Trim().ToLowerInvariant();

    /// <summary>The twin of one address. Most are new, which one prepared statement tells.</summary>
    public static async Task<Twin?> Find(Entry entry, string email) =>
        await entry.Reads.Rows(LeadStatements.Known, row => row.GetInt32(0), email) is [] ? null : (await Of(entry.Db, [email])).GetValueOrDefault(email);

    /// <summary>The twins of many addresses, at most 500 at once.</summary>
    public static async Task<IReadOnlyDictionary<string, Twin>> Of(AcademyDb db, IReadOnlyList<string> emails, CancellationToken cancellation = default)
    {
        var leads = db.Set<LeadRow>().AsNoTracking();
        var open = await leads.Where(l => emails.Contains(l.Email) && l.State != LeadState.Lost && l.State != LeadState.Duplicate).ToListAsync(cancellation);
        var found = First(open.Select(l => (l.Email, l)));
        var missing = emails.Where(email => !found.ContainsKey(email)).ToArray();
        var behind = missing.Length == 0 ? [] : await (
            from tombstone in leads
            where missing.Contains(tombstone.Email) && tombstone.State == LeadState.Duplicate
            join stays in leads on tombstone.DuplicateOf equals (Guid?)stays.Id
            where stays.State != LeadState.Lost && stays.State != LeadState.Duplicate
            select new { tombstone.Email, Stays = stays }).ToListAsync(cancellation);
        foreach (var (email, stays) in First(behind.Select(b => (b.Email, b.Stays))))
            found[email] = stays;
        return found.Count == 0 ? new Dictionary<string, Twin>() : await WithMerged(db, found, cancellation);
    }

    private static Dictionary<string, LeadRow> First(IEnumerable<(string Email, LeadRow Row)> leads) =>
        leads.GroupBy(l => l.Email, l => l.Row).ToDictionary(g => g.Key, g => g.OrderBy(l => l.State != LeadState.Locked).ThenBy(l => l.ArrivedAt).ThenBy(l => l.Id).First());

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
