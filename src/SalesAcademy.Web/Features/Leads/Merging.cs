using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// Merges a lead into another about the same customer, and separates them again. The one that stays is filled with what it lacks;
/// who owns it, until when, and what counts for caps and cool-downs is never touched. Both leads are held by the caller.
/// </summary>
internal static class Merging
{
    /// <summary>Makes a lead the tombstone of another. A lead whose customer may not be contacted is filled with nothing.</summary>
    public static async Task Merge(Entry entry, Guid into, LeadRow duplicate, IReadOnlyList<Tag> duplicateTags, LeadPolicy policy, SheetPlace? place = null, Guid? by = null)
    {
        var stays = await entry.Db.Set<LeadRow>().SingleAsync(l => l.Id == into);
        var tags = await TagsOf(entry, into);
        var merge = MergeLeads.Decide(Facts.Of(stays, tags.Select(Facts.TagOf)), Facts.Of(duplicate, duplicateTags));
        if (stays.State == LeadState.Locked)
            merge = merge with { Filled = [] };
        // A file that says the same customer five times tells the owner once. Whoever has won a customer keeps the account.
        if (stays is { State: LeadState.Owned or LeadState.Won, Owner: { } owner } && (place is null || !await entry.Db.Set<MergeRow>().AnyAsync(m => m.Import == place.Import && m.Into == into)))
            await entry.Notify(owner, "lead-merged", $"/leads/{into}", stays.Company);
        entry.Db.Add(new MergeRow
        {
            Id = entry.NewId(),
            Duplicate = duplicate.Id,
            Into = into,
            At = entry.Act.At,
            Sequence = await entry.HoldTrunk(),
            Person = by,
            Before = duplicate.State,
            Filled = merge.Filled,
            CurrencyBefore = merge.Filled.Contains("value") ? stays.Currency : null,
            Import = place?.Import,
            Number = place?.Number,
        });
        if (merge.Filled.Count > 0)
            Facts.Write(entry, stays, tags, merge.Lead);
        (duplicate.State, duplicate.DuplicateOf) = (LeadState.Duplicate, into);
        stays.ChangedAt = duplicate.ChangedAt = entry.Act.At;
        entry.Record(new LeadMerged(into, duplicate.Id, entry.Act.Today));
        // Whoever may not be contacted is known by one more number or address now.
        if (stays.State == LeadState.Locked && await NoContact.Says(entry.Db, stays.Keys, besides: duplicate.Id) is { } says)
            await Locking.LockRest(entry, duplicate, says, policy);
    }

    /// <summary>
    /// Merges a lead that nobody owns into another, because a person says that both are one customer. Refused: not-found, merge-owned,
    /// merge-ended for one that is lost or a tombstone itself, merge-holds for one into which others were merged.
    /// </summary>
    public static async Task<Decision<Done>> ByHand(Entry entry, Guid lead, Guid into, LeadPolicy policy)
    {
        string[] keys = [.. await NoContact.KeysOf(entry.Db, lead), .. await NoContact.KeysOf(entry.Db, into)];
        await entry.Hold(keys.Distinct().Select(key => $"lead-of:{key}"));
        await entry.Hold($"lead:{lead}", $"lead:{into}");
        var leads = await entry.Db.Set<LeadRow>().Where(l => l.Id == lead || l.Id == into).ToDictionaryAsync(l => l.Id);
        if (leads.Count < 2)
            return Refusal.NotFound;
        if (leads[lead].State is not (LeadState.Waiting or LeadState.Pool))
            return new Refusal("merge-owned");
        if (leads[into].State is LeadState.Duplicate or LeadState.Lost)
            return new Refusal("merge-ended");
        if (await entry.Db.Set<MergeRow>().AnyAsync(m => m.Into == lead && m.EndSequence == null))
            return new Refusal("merge-holds");
        await Merge(entry, into, leads[lead], [.. (await TagsOf(entry, lead)).Select(Facts.TagOf)], policy, by: entry.Act.Actor);
        return Done.Value;
    }

    /// <summary>
    /// Undoes a merge: the lead that stayed gives back what the duplicate had filled, which another that is still merged may fill instead,
    /// and the duplicate is what it was before, or locked where its customer may not be contacted by now. The customer is held by the caller. Refused: not-merged.
    /// </summary>
    public static async Task<Decision<Done>> Separate(Entry entry, LeadRow stays, LeadRow duplicate)
    {
        var merges = await entry.Db.Set<MergeRow>().Where(m => m.Into == stays.Id && m.EndSequence == null).OrderBy(m => m.Sequence).ToListAsync();
        if ((merges.Find(m => m.Duplicate == duplicate.Id) ?? await BeforeMerges(entry, stays, duplicate)) is not { } undone)
            return new Refusal("not-merged");
        if (stays.State != LeadState.Locked)
            await FillAgain(entry, stays, merges, undone);
        if (stays is { State: LeadState.Owned or LeadState.Won, Owner: { } owner })
            await entry.Notify(owner, "lead-separated", $"/leads/{stays.Id}", stays.Company);
        (undone.EndedAt, undone.EndSequence) = (entry.Act.At, await entry.HoldTrunk());
        undone.Reason = string.IsNullOrWhiteSpace(entry.Act.Reason) ? null : entry.Say(entry.Act.Reason.Trim(), stays.Id);
        (duplicate.State, duplicate.DuplicateOf) = (undone.Before, null);
        if (undone.Before is LeadState.Waiting or LeadState.Pool)
            await Locking.LockedWithCustomer(entry, duplicate, undone.Before);
        stays.ChangedAt = duplicate.ChangedAt = entry.Act.At;
        // Nobody owed it anything while it was no lead of its own.
        if (duplicate.State == LeadState.Waiting)
            duplicate.WaitingSince = entry.Act.At;
        entry.Record(new LeadSeparated(stays.Id, duplicate.Id, entry.Act.Today));
        return Done.Value;
    }

    // A lead that came in as a duplicate before merges were recorded: it filled nothing, and had it been nobody's duplicate it had waited. No decision knew of it.
    private static async Task<MergeRow?> BeforeMerges(Entry entry, LeadRow stays, LeadRow duplicate) => await entry.Db.Set<MergeRow>().AnyAsync(m => m.Duplicate == duplicate.Id) ? null : entry.Db.Add(new MergeRow
    {
        Id = entry.NewId(),
        Duplicate = duplicate.Id,
        Into = stays.Id,
        At = duplicate.ArrivedAt,
        Sequence = await entry.HoldTrunk(),
        Before = LeadState.Waiting,
        Filled = [],
    }).Entity;

    private static async Task FillAgain(Entry entry, LeadRow stays, List<MergeRow> merges, MergeRow undone)
    {
        var tags = await TagsOf(entry, stays.Id);
        var own = MergeLeads.Without(Facts.Of(stays, tags.Select(Facts.TagOf)), merges.SelectMany(m => m.Filled));
        stays.Currency = merges.Find(m => m.CurrencyBefore is not null)?.CurrencyBefore ?? stays.Currency;
        MergeRow[] left = [.. merges.Where(m => m != undone)];
        var ids = left.Select(m => m.Duplicate).ToArray();
        var others = await entry.Db.Set<LeadRow>().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id);
        var otherTags = (await entry.Db.Set<LeadTagRow>().Where(t => ids.Contains(t.Lead)).ToListAsync()).ToLookup(t => t.Lead, Facts.TagOf);
        var again = MergeLeads.InOrder(own, left.Select(m => Facts.Of(others[m.Duplicate], otherTags[m.Duplicate])));
        foreach (var (row, merge) in left.Zip(again))
            (row.Filled, row.CurrencyBefore) = (merge.Filled, merge.Filled.Contains("value") ? stays.Currency : null);
        Facts.Write(entry, stays, tags, again.Count == 0 ? own : again[^1].Lead);
    }

    private static Task<List<LeadTagRow>> TagsOf(Entry entry, Guid lead) => entry.Db.Set<LeadTagRow>().Where(t => t.Lead == lead).ToListAsync();
}
