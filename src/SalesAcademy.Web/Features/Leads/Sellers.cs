using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A point of time that facts are asked as of.</summary>
/// <param name="At">The instant.</param>
/// <param name="Today">The organisation's day.</param>
/// <param name="Sequence">The point of the ledger; the newest when it is not given.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AsOf(DateTime At, DateOnly Today, long Sequence = long.MaxValue)
{
    public Moment Moment => new(new DateTimeOffset(At), Today);

    public static AsOf Now(Act act) => new(act.At, act.Today);

    public static AsOf Now(Clock clock) => new(clock.Now, clock.Today);
}

/// <summary>Sellers as the rules see them, put together from the rows of readiness, people and ownership.</summary>
internal sealed class Sellers(ReadinessBook book, Library library, WorkingHours hours, Clock clock)
{
    /// <summary>Everybody who sells here, in the order of their ids, by the readiness policy in force or by an earlier one.</summary>
    public async Task<IReadOnlyList<Competitor>> All(AcademyDb db, AsOf asOf, Catalogue? under = null)
    {
        var catalogue = under ?? library.Now;
        return await Of(db, await book.All(db, asOf.Today, catalogue), asOf, catalogue);
    }

    /// <summary>One seller; null for somebody who does not sell.</summary>
    public async Task<Competitor?> One(AcademyDb db, Guid person, AsOf asOf, Catalogue? under = null)
    {
        var catalogue = under ?? library.Now;
        return await book.Of(db, person, asOf.Today, catalogue) is { } standing ? (await Of(db, [standing], asOf, catalogue))[0] : null;
    }

    /// <summary>Everybody who sells here as another catalogue's readiness policy would have them.</summary>
    public Task<IReadOnlyList<Competitor>> Under(AcademyDb db, Catalogue catalogue, IReadOnlyList<SellerOutlook> outlooks, AsOf asOf) =>
        Of(db, [.. outlooks.Select(outlook => outlook.Standing)], asOf, catalogue);

    /// <summary>Everybody who sells here, with their shifts, or those of some people who do.</summary>
    public async Task<IReadOnlyList<SellerAtWork>> AtWork(AcademyDb db, IReadOnlyList<Guid>? people, AsOf asOf, Catalogue catalogue) => await AtWork(
        db, people is null ? await book.All(db, asOf.Today, catalogue) : await book.Of(db, people, asOf.Today, catalogue), people, asOf, catalogue);

    /// <summary>One of them by prepared statements, as these reads see the rows; null for somebody who does not sell here. The context is for evidence that was not weighed yet.</summary>
    public async Task<SellerAtWork?> AtWork(IPreparedReads reads, AcademyDb db, Guid person, AsOf asOf, Catalogue catalogue)
    {
        if (await book.Of(reads, db, person, asOf.Today, catalogue) is not { } standing || await WorkFacts.Of(reads, person, asOf.Today) is not { } facts)
            return null;
        var owned = await reads.Rows(LeadStatements.InHand, LeadStatements.Ownership, person, asOf.At - LeadCaps.Week, asOf.At);
        var load = new Load(owned.Count(o => o.IsOpen), [.. owned.Where(o => o.IsRecent).Select(o => o.Taken)]);
        return AtWork(standing, facts, load, asOf, catalogue);
    }

    /// <summary>One seller as the rules see them, with their shifts.</summary>
    public SellerAtWork AtWork(SellerStanding standing, WorkFacts facts, Load load, AsOf asOf, Catalogue catalogue) => new(Compete(standing, facts, load, asOf, catalogue), ZoneOf(facts), facts.Leaves);

    private Competitor Compete(SellerStanding standing, WorkFacts facts, Load load, AsOf asOf, Catalogue catalogue)
    {
        var (pools, zone) = (catalogue.Leads.OfSeller(facts.Profile, facts.Team, facts.Tags), ZoneOf(facts));
        return new Competitor
        {
            Id = standing.Person,
            Cell = pools is [var home, ..] ? home : "",
            Pools = pools,
            Tier = standing.Tier,
            Lowered = standing.Lowered,
            MissingGates = standing.GatesHold ? [] : MissingGates(catalogue, facts.Profile, standing),
            Tags = facts.Tags,
            Certifications = standing.Certifications,
            Competencies = standing.Competencies,
            AwayUntil = hours.Back(asOf.At, zone, facts.Leaves),
            OpenLeads = load.Open,
            Taken = [.. load.TakenOnce.Select(at => new DateTimeOffset(at))],
            ClaimsToday = load.Taken.Count(taken => taken.How == Taking.Claimed && taken.Day == asOf.Today),
        };
    }

    private async Task<IReadOnlyList<Competitor>> Of(AcademyDb db, IReadOnlyList<SellerStanding> standings, AsOf asOf, Catalogue catalogue) =>
        [.. (await AtWork(db, standings, standings is [var one] ? [one.Person] : null, asOf, catalogue)).Select(seller => seller.Facts)];

    private async Task<IReadOnlyList<SellerAtWork>> AtWork(AcademyDb db, IReadOnlyList<SellerStanding> standings, IReadOnlyList<Guid>? only, AsOf asOf, Catalogue catalogue)
    {
        var since = asOf.At - LeadCaps.Week;
        var facts = await WorkFacts.Of(db, only, asOf.Today);
        var owned = db.Set<OwnershipRow>().Where(o => only == null || only.Contains(o.Person));
        var open = await owned.Where(o => o.EndSequence == null).GroupBy(o => o.Person).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var taken = (await owned.Where(o => o.At > since && o.At <= asOf.At).Select(o => new { o.Person, Taken = new Taken(o.Lead, o.At, o.How, o.Day) }).ToListAsync()).ToLookup(o => o.Person, o => o.Taken);
        return [.. standings.Where(s => facts.ContainsKey(s.Person)).Select(s =>
            AtWork(s, facts[s.Person], new Load(open.GetValueOrDefault(s.Person), [.. taken[s.Person]]), asOf, catalogue))];
    }

    private TimeZoneInfo ZoneOf(WorkFacts facts) => facts.Zone is { } known && TimeZoneInfo.TryFindSystemTimeZoneById(known, out var own) ? own : clock.Zone;

    // Readiness says that a gate fails; a certification that is missing can be named, anything else is not being active.
    private static Gate[] MissingGates(Catalogue catalogue, string profile, SellerStanding standing)
    {
        var missing = catalogue.Readiness.Roles[profile].Gates.Take((int)standing.Tier + 1).SelectMany(gate => gate.Certifications)
            .Where(id => !standing.Certifications.Contains(id)).Select(id => (Gate)new Gate.Certification(id));
        return [.. missing.DefaultIfEmpty(new Gate.Inactive())];
    }
}

/// <summary>A seller as the rules see them, and what says when they are away.</summary>
/// <param name="Facts">As of the instant asked about.</param>
/// <param name="Zone">The clock they work by.</param>
/// <param name="Leaves">Their days away.</param>
internal sealed record SellerAtWork(Competitor Facts, TimeZoneInfo Zone, IReadOnlyList<DaysAway> Leaves);

/// <summary>What People tells of a seller.</summary>
/// <param name="Profile">The role profile.</param>
/// <param name="Team">The name of the team; null for none.</param>
/// <param name="Zone">Where they work; null for where the organisation is.</param>
/// <param name="Tags">What they bring.</param>
/// <param name="Leaves">Their days away.</param>
internal sealed record WorkFacts(string Profile, string? Team, string? Zone, IReadOnlyList<Tag> Tags, IReadOnlyList<DaysAway> Leaves)
{
    /// <summary>Of everybody with a profile, or of some, as they are kept now; leave only as far as it reaches a day.</summary>
    public static async Task<Dictionary<Guid, WorkFacts>> Of(AcademyDb db, IReadOnlyList<Guid>? only, DateOnly today)
    {
        var earliest = Earliest(today);
        var tags = (await db.Set<PersonTagRow>().Where(t => only == null || only.Contains(t.PersonId)).ToListAsync()).ToLookup(t => t.PersonId, t => new Tag(t.Kind, t.Value));
        var leaves = (await db.Set<LeaveRow>().Where(l => (only == null || only.Contains(l.PersonId)) && l.Until >= earliest).ToListAsync()).ToLookup(l => l.PersonId, l => new DaysAway(l.From, l.Until));
        return await db.Set<PersonRow>().Where(p => (only == null || only.Contains(p.Id)) && p.Profile != null)
            .Select(p => new { p.Id, p.Zone, Profile = p.Profile!, Team = db.Set<TeamRow>().Where(t => t.Id == p.TeamId).Select(t => t.Name).FirstOrDefault() })
            .ToDictionaryAsync(p => p.Id, p => new WorkFacts(p.Profile, p.Team, p.Zone, [.. tags[p.Id]], [.. leaves[p.Id]]));
    }

    /// <summary>Of one with a profile, by prepared statements; null for anybody else.</summary>
    public static async Task<WorkFacts?> Of(IPreparedReads reads, Guid person, DateOnly today)
    {
        if (await reads.Rows(WorkStatements.Place, WorkStatements.PlaceOf, person) is not [var place])
            return null;
        var tags = await reads.Rows(WorkStatements.Tags, WorkStatements.Tag, person);
        var leaves = await reads.Rows(LeaveStatements.Since, LeaveStatements.Days, person, Earliest(today));
        return new(place.Profile, place.Team, place.Zone, [.. tags.Select(tag => new Tag(tag.Kind, tag.Value))], [.. leaves.Select(leave => new DaysAway(leave.From, leave.Until))]);
    }

    // Where the sun rises later, leave that ends two days ago may still be on.
    private static DateOnly Earliest(DateOnly today) => today.AddDays(-2);
}

/// <summary>A lead that a seller took.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Taken(Guid Lead, DateTime At, Taking How, DateOnly Day);

/// <summary>What a seller has in hand: open leads, and those taken in the last seven days.</summary>
internal sealed record Load(int Open, IReadOnlyList<Taken> Taken)
{
    /// <summary>When leads were taken, in rising order. One that was ended and reopened within the days counted is one lead, of the last time.</summary>
    public IEnumerable<DateTime> TakenOnce => Taken.GroupBy(taken => taken.Lead, taken => taken.At).Select(again => again.Max()).Order();
}
