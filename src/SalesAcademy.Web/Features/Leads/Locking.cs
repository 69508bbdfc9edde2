using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// Locks leads that have come in and unlocks them again. A customer is known by everything that is on record about them: who may not be contacted
/// about one lead may not be about any other. Names are held in the order customer, leads, sellers.
/// </summary>
internal static class Locking
{
    /// <summary>
    /// Locks a lead. Of a customer who may not be contacted, leads that are only held back are locked anew with it: that hold is over, and both stay
    /// on record. Refused: not-found, already-locked, lock-ended.
    /// </summary>
    public static async Task<Decision<Done>> Lock(Entry entry, Guid lead, LockKind kind, LeadPolicy policy)
    {
        var keys = await HoldCustomer(entry, lead);
        if (keys.Count == 0)
            return Refusal.NotFound;
        return await LockAll(entry, lead, [lead, .. kind == LockKind.DoNotContact ? await Alive(entry, keys) : []], kind, policy);
    }

    /// <summary>
    /// A lead came in about a customer who may not be contacted, by its own word or that of another: every other lead of theirs, whoever has it, is
    /// locked with the one that says so. The customer is held by the caller.
    /// </summary>
    public static async Task LockRest(Entry entry, LeadRow arrived, Guid says, LeadPolicy policy)
    {
        if (await Alive(entry, arrived.Keys) is not { Count: > 0 } others)
            return;
        if (says == arrived.Id)
            entry.Db.Add(WithoutWords(entry, arrived.Id, arrived.Id, LeadState.Waiting));
        await LockAll(entry, says, others, LockKind.DoNotContact, policy);
    }

    /// <summary>A lead that came in is locked with another of the customer, which says that they may not be contacted.</summary>
    public static void LockWith(Entry entry, LeadRow arrived, Guid says) => entry.Db.Add(WithoutWords(entry, arrived.Id, says, LeadState.Waiting));

    /// <summary>A lead becomes one of its own again: where its customer may not be contacted it is locked with the lead that says so, and true is given.</summary>
    public static async Task<bool> LockedWithCustomer(Entry entry, LeadRow lead, LeadState before)
    {
        if (await NoContact.Says(entry.Db, lead.Keys, besides: lead.Id) is not { } says)
            return false;
        lead.State = LeadState.Locked;
        entry.Db.Add(WithoutWords(entry, lead.Id, says, before));
        return true;
    }

    // Of a customer what can be given to somebody, and what is only held back. What a key led to is held and looked for again: a lead may be coming in by it.
    private static async Task<IReadOnlyList<Guid>> Alive(Entry entry, IReadOnlyCollection<string> keys)
    {
        var held = keys.ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            var around = await NoContact.Around(entry.Db, held);
            string[] more = [.. around.SelectMany(customer => customer.Keys).Distinct().Where(held.Add)];
            if (more.Length == 0)
                return [.. around.Where(customer => !customer.NoContact).Select(customer => customer.Lead)];
            await entry.Hold(more.Select(key => $"lead-of:{key}"));
        }
    }

    private static async Task<Decision<Done>> LockAll(Entry entry, Guid lead, IReadOnlyList<Guid> which, LockKind kind, LeadPolicy policy)
    {
        Guid[] ids = [.. which.Distinct()];
        await entry.Hold(ids.Select(id => $"lead:{id}"));
        var files = await LeadFile.Of(entry.Db, await entry.Db.Set<LeadRow>().Where(l => ids.Contains(l.Id)).OrderBy(l => l.Id != lead).ThenBy(l => l.Id).ToListAsync(), policy);
        var before = await entry.Db.Set<LockRow>().Where(l => ids.Contains(l.Lead) && l.EndedAt == null).ToDictionaryAsync(l => l.Lead);
        await entry.Hold(files.Select(file => file.Row.Owner).OfType<Guid>().Distinct().Select(owner => $"rep:{owner}"));
        var operations = await Staff.Holding(entry.Db, Role.SalesOps);
        foreach (var file in files)
        {
            var held = before.GetValueOrDefault(file.Row.Id);
            var decision = LockLead.Decide(file.Now, kind, entry.Act.Today, held?.Kind);
            if (decision is Accepted<LeadChange> { Value: var change })
                await Keep(entry, file, change, kind, with: lead, held, operations, policy);
            else if (file.Row.Id == lead)
                return ((Refused<LeadChange>)decision).Reason;
        }

        return Done.Value;
    }

    /// <summary>Unlocks a lead, and those that were locked with it: back to the pool, or to waiting where it had waited or came in locked. Refused: not-found, not-locked.</summary>
    public static async Task<Decision<Done>> Unlock(Entry entry, Guid lead, LeadPolicy policy)
    {
        if (await HoldCustomer(entry, lead) is [])
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
            var held = locks.GetValueOrDefault(file.Row.Id);
            file.Row.State = held?.Before is LeadState.Pool or LeadState.Owned ? LeadState.Pool : LeadState.Waiting;
            // Whoever did not want to be called has not waited; whoever was only held back has.
            if (held is not { Kind: LockKind.Held } || await OwnershipBook.WasContacted(entry, file.Row))
                file.Row.WaitingSince = entry.Act.At;
            file.Row.ChangedAt = entry.Act.At;
            entry.Record(new LeadUnlocked(file.Row.Id, entry.Act.Today));
        }

        return Done.Value;
    }

    private static async Task Keep(Entry entry, LeadFile file, LeadChange change, LockKind kind, Guid with, LockRow? held, IReadOnlyList<Guid> operations, LeadPolicy policy)
    {
        // Who had it when it was held back still thinks of the customer, and has to know.
        var (before, owner) = (held?.Before ?? file.Row.State, file.Now.Holding?.Owner);
        var had = owner ?? (held?.Before == LeadState.Owned ? file.Ownerships[^1].Person : null);
        var reason = entry.Act.Reason is { } words ? entry.Say(words, file.Row.Id) : Guid.Empty;
        if (held is not null)
            (held.EndedAt, held.EndedBy, held.EndReason) = (entry.Act.At, entry.Act.Actor, reason);
        entry.Db.Add(new LockRow
        {
            Id = entry.NewId(),
            Lead = file.Row.Id,
            With = with,
            Kind = kind,
            At = entry.Act.At,
            Person = entry.Act.Actor,
            Before = before,
            Reason = reason,
        });
        if (owner is not null)
            await OwnershipBook.End(entry, file, change, OwnershipEnd.Locked, policy);
        else
            OwnershipBook.Follow(entry, file, change, policy);
        file.Row.State = LeadState.Locked;
        var said = held is null ? "lead-locked" : "lead-no-contact";
        if (had is { } person && person != entry.Act.Actor)
            await entry.Notify(person, said, "/leads", file.Row.Company);
        foreach (var reader in operations.Where(reader => reader != entry.Act.Actor && reader != had))
            await entry.Notify(reader, said, $"/leads/{file.Row.Id}", file.Row.Company);
    }

    private static LockRow WithoutWords(Entry entry, Guid lead, Guid with, LeadState before) => new()
    {
        Id = entry.NewId(),
        Lead = lead,
        With = with,
        Kind = LockKind.DoNotContact,
        At = entry.Act.At,
        Person = entry.Act.Actor,
        Before = before,
        Reason = Guid.Empty,
    };

    /// <summary>Holds the customer of a lead, and gives everything they are known by; nothing when there is no such lead.</summary>
    public static async Task<IReadOnlyList<string>> HoldCustomer(Entry entry, Guid lead)
    {
        var keys = await NoContact.KeysOf(entry.Db, lead);
        await entry.Hold(keys.Select(key => $"lead-of:{key}"));
        return keys;
    }
}
