using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A lead that is alive or may not be contacted, and everything by which its customer is known: what was merged into it counts.</summary>
internal sealed record KnownCustomer(Guid Lead, bool NoContact, IReadOnlyList<string> Keys);

/// <summary>
/// Who asked not to be contacted is meant by every address and every number on record about them, also where another lead knows them by another:
/// nobody who hangs up on us wants to be written to. Leads are merged by the customer alone (<see cref="Twins"/>), locked by any key.
/// </summary>
internal static class NoContact
{
    /// <summary>The lead by which somebody with any of these keys said that they may not be contacted; null where nobody did.</summary>
    public static async Task<Guid?> Says(AcademyDb db, IReadOnlyCollection<string> keys, Guid? besides = null)
    {
        var about = await About(db, keys, besides, CancellationToken.None);
        var locked = await db.Set<LeadRow>().Where(l => about.Contains(l.Id) && l.State == LeadState.Locked).OrderBy(l => l.ArrivedAt).Select(l => l.Id).ToListAsync();
        var locks = await LockRow.OpenOf(db, locked, CancellationToken.None);
        // One without a row came in locked, which is for good.
        return locked.Where(id => locks.GetValueOrDefault(id)?.Kind != LockKind.Held).Select(id => (Guid?)(locks.GetValueOrDefault(id)?.With ?? id)).FirstOrDefault();
    }

    /// <summary>Every lead of whoever has one of these keys, from lead to lead as far as they share any: what can be given to somebody, what is held back, and what is locked.</summary>
    public static async Task<IReadOnlyList<KnownCustomer>> Around(AcademyDb db, IReadOnlyCollection<string> keys, CancellationToken cancellation = default)
    {
        var (known, met, found) = (new HashSet<string>(keys), new HashSet<Guid>(), new List<KnownCustomer>());
        for (var next = keys; next.Count > 0;)
        {
            Guid[] about = [.. (await About(db, next, besides: null, cancellation)).Where(met.Add)];
            KnownCustomer[] more = about.Length == 0 ? [] : await Of(db, about, cancellation);
            found.AddRange(more);
            next = [.. more.SelectMany(customer => customer.Keys).Where(known.Add)];
        }

        return found;
    }

    /// <summary>The keys of a lead and of what was merged into it; none when there is no such lead.</summary>
    public static async Task<IReadOnlyList<string>> KeysOf(AcademyDb db, Guid lead) =>
        [.. (await db.Set<LeadRow>().Where(l => l.Id == lead || (l.DuplicateOf == lead && l.State == LeadState.Duplicate)).Select(l => new { l.Customer, l.Number }).ToListAsync())
            .SelectMany(l => LeadRow.KeysOf(l.Customer, l.Number)).Distinct()];

    // A tombstone speaks of the lead it was merged into.
    private static Task<List<Guid>> About(AcademyDb db, IReadOnlyCollection<string> keys, Guid? besides, CancellationToken cancellation) => db.Set<LeadRow>()
        .Where(l => l.Id != besides && (keys.Contains(l.Customer) || keys.Contains(l.Number)))
        .Select(l => l.State == LeadState.Duplicate && l.DuplicateOf != null ? l.DuplicateOf.Value : l.Id).Distinct().ToListAsync(cancellation);

    private static async Task<KnownCustomer[]> Of(AcademyDb db, Guid[] ids, CancellationToken cancellation)
    {
        var leads = await db.Set<LeadRow>().Where(l => ids.Contains(l.Id) && (l.State == LeadState.Waiting || l.State == LeadState.Pool || l.State == LeadState.Owned || l.State == LeadState.Locked))
            .Select(l => new { l.Id, l.State, l.Customer, l.Number }).ToListAsync(cancellation);
        var alive = leads.Select(l => l.Id).ToArray();
        var merged = (await db.Set<LeadRow>().Where(l => l.DuplicateOf != null && alive.Contains(l.DuplicateOf.Value) && l.State == LeadState.Duplicate)
            .Select(l => new { Into = l.DuplicateOf, l.Customer, l.Number }).ToListAsync(cancellation)).ToLookup(l => l.Into, l => LeadRow.KeysOf(l.Customer, l.Number));
        var locks = await LockRow.OpenOf(db, [.. leads.Where(l => l.State == LeadState.Locked).Select(l => l.Id)], cancellation);
        return [.. leads.Select(l => new KnownCustomer(
            l.Id, l.State == LeadState.Locked && locks.GetValueOrDefault(l.Id)?.Kind != LockKind.Held, [.. merged[l.Id].Append(LeadRow.KeysOf(l.Customer, l.Number)).SelectMany(some => some).Distinct()]))];
    }
}
