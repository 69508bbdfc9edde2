using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// Locks leads that have come in and unlocks them again. A customer is known by the e-mail address, as when leads arrive: who may not be contacted about
/// one lead may not be about any other. Names are held in the order address, leads, sellers.
/// </summary>
internal static class Locking
{
    /// <summary>Locks a lead. Refused: not-found, already-locked, lock-ended.</summary>
    public static async Task<Decision<Done>> Lock(Entry entry, Guid lead, LockKind kind, LeadPolicy policy)
    {
        if (await HoldAddress(entry, lead) is not { } email)
            return Refusal.NotFound;
        var ids = await entry.Db.Set<LeadRow>()
            .Where(l => l.Id == lead || (kind == LockKind.DoNotContact && l.Email == email && (l.State == LeadState.Waiting || l.State == LeadState.Pool || l.State == LeadState.Owned))).Select(l => l.Id).ToListAsync();
        await entry.Hold(ids.Select(id => $"lead:{id}"));
        var files = await LeadFile.Of(entry.Db, await entry.Db.Set<LeadRow>().Where(l => ids.Contains(l.Id)).OrderBy(l => l.Id != lead).ThenBy(l => l.Id).ToListAsync(), policy);
        await entry.Hold(files.Select(file => file.Row.Owner).OfType<Guid>().Distinct().Select(owner => $"rep:{owner}"));
        var operations = await Staff.Holding(entry.Db, Role.SalesOps);
        foreach (var file in files)
            if (LockLead.Decide(file.Now, kind, entry.Act.Today) is Accepted<LeadChange> { Value: var change })
                await Keep(entry, file, change, kind, with: lead, operations, policy);
            else if (file.Row.Id == lead)
                return ((Refused<LeadChange>)LockLead.Decide(file.Now, kind, entry.Act.Today)).Reason;
        return Done.Value;
    }

    /// <summary>Unlocks a lead, and those that were locked with it: back to the pool, or to waiting where it had waited or came in locked. Refused: not-found, not-locked.</summary>
    public static async Task<Decision<Done>> Unlock(Entry entry, Guid lead, LeadPolicy policy)
    {
        if (await HoldAddress(entry, lead) is null)
            return Refusal.NotFound;
        var with = await entry.Db.Set<LockRow>().Where(l => l.Lead == lead && l.EndedAt == null).Select(l => (Guid?)l.With).SingleOrDefaultAsync();
        var locks = await entry.Db.Set<LockRow>().Where(l => l.With == with && l.EndedAt == null).ToDictionaryAsync(l => l.Lead);
        Guid[] ids = [.. locks.Keys.Append(lead).Distinct()];
        await entry.Hold(ids.Select(id => $"lead:{id}"));
        foreach (var file in await LeadFile.Of(entry.Db, await entry.Db.Set<LeadRow>().Where(l => ids.Contains(l.Id)).OrderBy(l => l.Id).ToListAsync(), policy))
        {
            if (UnlockLead.Decide(file.Now, entry.Act.Today) is Refused<LeadChange> { Reason: var reason })
                return reason;
            if (locks.GetValueOrDefault(file.Row.Id) is { } row)
                (row.EndedAt, row.EndedBy, row.EndReason) = (entry.Act.At, entry.Act.Actor, entry.Say(entry.Act.Reason!, file.Row.Id)); // asked for by the pool
            file.Row.State = locks.GetValueOrDefault(file.Row.Id)?.Before is LeadState.Pool or LeadState.Owned ? LeadState.Pool : LeadState.Waiting;
            file.Row.WaitingSince = file.Row.ChangedAt = entry.Act.At;
            entry.Record(new LeadUnlocked(file.Row.Id, entry.Act.Today));
        }

        return Done.Value;
    }

    private static async Task Keep(Entry entry, LeadFile file, LeadChange change, LockKind kind, Guid with, IReadOnlyList<Guid> operations, LeadPolicy policy)
    {
        var (before, owner) = (file.Row.State, file.Now.Holding?.Owner);
        entry.Db.Add(new LockRow
        {
            Id = entry.NewId(),
            Lead = file.Row.Id,
            With = with,
            Kind = kind,
            At = entry.Act.At,
            Person = entry.Act.Actor,
            Before = before,
            Reason = entry.Say(entry.Act.Reason!, file.Row.Id), // asked for by the pool
        });
        if (owner is not null)
            await OwnershipBook.End(entry, file, change, OwnershipEnd.Locked, policy);
        else
            OwnershipBook.Follow(entry, file, change, policy);
        file.Row.State = LeadState.Locked;
        if (owner is { } person && person != entry.Act.Actor)
            await entry.Notify(person, "lead-locked", "/leads", file.Row.Company);
        foreach (var reader in operations.Where(reader => reader != entry.Act.Actor && reader != owner))
            await entry.Notify(reader, "lead-locked", $"/leads/{file.Row.Id}", file.Row.Company);
    }

    private static async Task<string?> HoldAddress(Entry entry, Guid lead)
    {
        var email = await entry.Db.Set<LeadRow>().Where(l => l.Id == lead).Select(l => l.Email).SingleOrDefaultAsync();
        if (email is not null)
            await entry.Hold($"lead-of:{email}");
        return email;
    }
}
