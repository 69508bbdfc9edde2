using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>How a lead ended as the CRM knows it.</summary>
public enum LeadOutcome
{
    Won,
    Lost,
    Returned,
}

/// <summary>Which leads another system asks for, those whose last change is oldest first.</summary>
/// <param name="System">The system that asks.</param>
/// <param name="State">Only leads in this state.</param>
/// <param name="Since">Only leads that changed then or later.</param>
/// <param name="After">Only leads behind this one.</param>
/// <param name="Limit">At most so many.</param>
public sealed record LeadQuery(string System, LeadState? State, DateTime? Since, LeadPlace? After, int Limit);

/// <summary>A lead's place in the order of changes.</summary>
public sealed record LeadPlace(DateTime ChangedAt, Guid Lead);

/// <summary>The front door for other systems: leads in under their own numbers, outcomes and assignments in, leads out. Everything that changes an owner passes the <see cref="LeadPool"/>.</summary>
public sealed class LeadFeed(ILedger ledger, LeadPool pool, Library library)
{
    /// <summary>Enters a lead as <see cref="LeadPool.Arrive(Act, ArrivingLead)"/> does. With an external id known of that system it is the lead of then, unchanged.</summary>
    public Task<Decision<LeadAnswer>> Arrive(Act act, ArrivingLead arriving, string system, string? externalId) => ledger.Run<LeadAnswer>(act, async entry =>
    {
        if (externalId is null)
            return LeadAnswer.Of(await pool.Arrive(entry, arriving), created: true);
        await entry.Hold($"lead-from:{system}:{externalId}");
        if (await entry.Db.FindAsync<LeadOriginRow>(system, externalId) is { } known)
            return LeadAnswer.Of(await entry.Db.Set<LeadRow>().SingleAsync(l => l.Id == known.Lead));
        var row = await pool.Arrive(entry, arriving);
        entry.Db.Add(new LeadOriginRow { System = system, ExternalId = externalId, Lead = row.Id });
        return LeadAnswer.Of(row, created: true);
    });

    /// <summary>The end of a lead as its owner would tell it. Refused: not-found, changed, not-owned, protection-over, review-needed for won, reason-needed for lost and returned.</summary>
    public Task<Decision<LeadAnswer>> Close(Act act, Guid lead, LeadOutcome outcome, string version) => Change(act, lead, version, async (entry, file) =>
    {
        if (file.Now.Holding is not { Owner: var owner })
            return new Refusal("not-owned");
        await entry.Hold($"rep:{owner}");
        return outcome switch
        {
            LeadOutcome.Won => await pool.Win(entry, file, owner),
            LeadOutcome.Lost => await pool.Lose(entry, file, owner),
            _ => await pool.Return(entry, file, owner),
        };
    });

    /// <summary>Tries a waiting lead again, or gives any that is not closed to a named seller. Refused: not-found, changed, not-waiting, still-waiting, not-free, same-owner, not-eligible.</summary>
    public Task<Decision<LeadAnswer>> Assign(Act act, Guid lead, Guid? to, string? version) => Change(act, lead, version, (entry, file) => (to, file.Now.Holding) switch
    {
        (null, _) => pool.TryAgain(entry, file),
        ({ } seller, null) => pool.Give(entry, file, seller),
        ({ } seller, _) => pool.Transfer(entry, file, seller),
    });

    /// <summary>One lead; null when there is none.</summary>
    public async Task<LeadView?> Find(AcademyDb db, Guid lead, string system, CancellationToken cancellation) =>
        await db.Set<LeadRow>().SingleOrDefaultAsync(l => l.Id == lead, cancellation) is { } row ? (await Views(db, [row], system, cancellation))[0] : null;

    /// <summary>The leads asked for.</summary>
    public async Task<IReadOnlyList<LeadView>> Page(AcademyDb db, LeadQuery query, CancellationToken cancellation)
    {
        var (state, since) = (query.State, query.Since);
        var leads = db.Set<LeadRow>().Where(l => (state == null || l.State == state) && (since == null || l.ChangedAt >= since));
        if (query.After is { ChangedAt: var at, Lead: var last })
            leads = leads.Where(l => l.ChangedAt > at || (l.ChangedAt == at && l.Id.CompareTo(last) > 0));
        return await Views(db, await leads.OrderBy(l => l.ChangedAt).ThenBy(l => l.Id).Take(query.Limit).ToListAsync(cancellation), query.System, cancellation);
    }

    private async Task<IReadOnlyList<LeadView>> Views(AcademyDb db, IReadOnlyList<LeadRow> rows, string system, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var tags = (await db.Set<LeadTagRow>().Where(t => ids.Contains(t.Lead)).OrderBy(t => t.Kind).ThenBy(t => t.Value).ToListAsync(cancellation)).ToLookup(t => t.Lead, t => new Tag(t.Kind, t.Value));
        var origins = (await db.Set<LeadOriginRow>().Where(o => o.System == system && ids.Contains(o.Lead)).ToListAsync(cancellation)).ToLookup(o => o.Lead, o => o.ExternalId);
        var locks = await LockRow.OpenOf(db, [.. rows.Where(row => row.State == LeadState.Locked).Select(row => row.Id)], cancellation);
        var wordings = (await db.Set<ReviewRow>().Where(r => ids.Contains(r.Lead)).ToListAsync(cancellation)).ToLookup(r => r.Lead);
        var policy = library.Now.Leads;
        return [.. rows.Select(row => LeadView.Of(
            row, [.. tags[row.Id]], origins[row.Id].FirstOrDefault(), policy, row.State != LeadState.Locked ? null : locks.GetValueOrDefault(row.Id)?.Kind ?? LockKind.DoNotContact, [.. wordings[row.Id]]))]; // locked as it came
    }

    private Task<Decision<LeadAnswer>> Change(Act act, Guid lead, string? version, Func<Entry, LeadFile, Task<Decision<Done>>> decide) => ledger.Run<LeadAnswer>(act, async entry =>
    {
        await entry.Hold($"lead:{lead}");
        if (await LeadFile.Find(entry.Db, lead, library.Now.Leads) is not { } file)
            return Refusal.NotFound;
        if (version is not null && version != LeadVersion.Of(file.Row))
            return new Refusal("changed");
        return await decide(entry, file) is Refused<Done> { Reason: var reason } ? reason : LeadAnswer.Of(file.Row);
    });
}
