using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// Gives a lead that was won or lost back to whoever had it. Both its end and its new beginning stay on record: each is an ownership of its own,
/// and the stage stays the one that was reached. The words why are those said about the lead at the instant it begins again.
/// </summary>
internal static class Reopening
{
    /// <summary>Refused: not-found, not-ended, reopen-day, reopen-no-contact, reopen-other, not-eligible.</summary>
    public static async Task<Decision<Done>> Run(Entry entry, Guid lead, bool sameDay, Sellers sellers, Library library)
    {
        var (policy, today) = (library.Now.Leads, entry.Act.Today);
        if (await Locking.HoldCustomer(entry, lead) is [])
            return Refusal.NotFound;
        await entry.Hold($"lead:{lead}");
        var file = (await LeadFile.Find(entry.Db, lead, policy))!; // found a moment ago, and nothing is deleted
        if (file is not { Now.End: not null, Ownerships: [.., { EndedOn: { } ended } last] })
            return new Refusal("not-ended");
        if (sameDay && ended != today)
            return new Refusal("reopen-day");
        if (await Barred(entry.Db, file.Row) is { } barred)
            return barred;
        await entry.Hold($"rep:{last.Person}");
        if (await sellers.One(entry.Db, last.Person, AsOf.Now(entry.Act)) is not { } seller)
            return new Refusal("reopen-gone");
        var unbroken = Unbroken(file.Ownerships);
        // That it was taken has been counted for the week already.
        var taken = unbroken.Select(o => new DateTimeOffset(o.At)).ToHashSet();
        var situation = new Situation(file.Now, seller with { Taken = [.. seller.Taken.Where(at => !taken.Contains(at))] }, AsOf.Now(entry.Act).Moment);
        var decision = ReopenLead.Decide(policy, library.Now.LeadsHash, situation, await Held(entry.Db, policy, lead, unbroken[0]), ended);
        if (decision is not Accepted<LeadChange> { Value: var change })
            return ((Refused<LeadChange>)decision).Reason;
        var stage = file.Row.Stage;
        await OwnershipBook.Give(entry, file, change, Taking.Reopened, library.Now);
        file.Row.Stage = stage;
        entry.Say(entry.Act.Reason!.Trim(), lead); // asked for by the pool
        if (last.Person != entry.Act.Actor)
            await entry.Notify(last.Person, "lead-reopened", $"/leads/{lead}", file.Row.Company);
        return Done.Value;
    }

    // What came in, or was said, about the same customer since: two live leads of one customer are what merging avoids.
    private static async Task<Refusal?> Barred(AcademyDb db, LeadRow row)
    {
        var others = await db.Set<LeadRow>().Where(l => l.Id != row.Id && l.Customer == row.Customer).Select(l => new { l.State, l.ArrivedAt }).ToListAsync();
        if (others.Exists(other => other.State == LeadState.Locked) || await NoContact.Says(db, row.Keys, besides: row.Id) is not null)
            return new Refusal("reopen-no-contact");
        return others.Exists(other => other.State is LeadState.Waiting or LeadState.Pool or LeadState.Owned && other.ArrivedAt >= row.ChangedAt) ? new Refusal("reopen-other") : null;
    }

    // The last ownership, with those that it took up again on the day they ended: together one holding.
    private static IReadOnlyList<OwnershipRow> Unbroken(IReadOnlyList<OwnershipRow> ownerships)
    {
        var first = ownerships.Count - 1;
        while (first > 0 && ownerships[first].How == Taking.Reopened && ownerships[first].Day == ownerships[first - 1].EndedOn)
            first--;
        return [.. ownerships.Skip(first)];
    }

    // As the follow-ups of that time have earned it.
    private static async Task<Holding> Held(AcademyDb db, LeadPolicy policy, Guid lead, OwnershipRow first)
    {
        var days = await db.Set<FollowUpRow>().Where(f => f.Lead == lead && f.Person == first.Person && f.At >= first.At).OrderBy(f => f.At).Select(f => f.Day).ToListAsync();
        return days.Aggregate(Holding.Start(policy.Protection, first.Person, first.Day), (holding, day) => holding.FollowedUp(policy.Protection, day));
    }
}
