using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
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
/// <param name="Sequence">Only what the ledger knew at this sequence counts; the newest when it is not given.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AsOf(DateTime At, DateOnly Today, long Sequence = long.MaxValue)
{
    public bool IsPast => Sequence != long.MaxValue;

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

    private async Task<IReadOnlyList<Competitor>> Of(AcademyDb db, IReadOnlyList<SellerStanding> standings, AsOf asOf, Catalogue catalogue)
    {
        var (at, sequence) = (asOf.At, asOf.Sequence);
        var since = at - LeadCaps.Week;
        Guid? only = standings is [var one] ? one.Person : null;
        var people = await db.Set<PersonRow>().Where(p => only == null || p.Id == only).Where(p => p.Profile != null)
            .Select(p => new { p.Id, p.Zone, Profile = p.Profile! }).ToDictionaryAsync(p => p.Id);
        var tags = (await db.Set<PersonTagRow>().Where(t => only == null || t.PersonId == only).ToListAsync()).ToLookup(t => t.PersonId, t => new Tag(t.Kind, t.Value));
        var leaves = (await db.Set<LeaveRow>().Where(l => (only == null || l.PersonId == only) && l.Until >= asOf.Today.AddDays(-2)).ToListAsync()).ToLookup(l => l.PersonId);
        var owned = db.Set<OwnershipRow>().Where(o => (only == null || o.Person == only) && o.Sequence < sequence);
        var open = await owned.Where(o => o.EndSequence == null || o.EndSequence >= sequence)
            .GroupBy(o => o.Person).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var taken = (await owned.Where(o => o.At > since && o.At <= at).Select(o => new { o.Person, o.At, o.How, o.Day }).ToListAsync()).ToLookup(o => o.Person);
        var earlier = asOf.IsPast ? await TiersThen(db, sequence) : [];
        return [.. standings.Where(s => people.ContainsKey(s.Person)).Select(standing =>
        {
            var person = people[standing.Person];
            var zone = TimeZoneInfo.TryFindSystemTimeZoneById(person.Zone, out var own) ? own : clock.Zone;
            return new Competitor
            {
                Id = standing.Person,
                Tier = earlier.TryGetValue(standing.Person, out var then) ? then : standing.Tier,
                MissingGates = standing.GatesHold ? [] : MissingGates(catalogue, person.Profile, standing),
                Tags = [.. tags[standing.Person]],
                Certifications = standing.Certifications,
                Competencies = standing.Competencies,
                AwayUntil = hours.Back(at, zone, [.. leaves[standing.Person]]),
                OpenLeads = open.GetValueOrDefault(standing.Person),
                Taken = [.. taken[standing.Person].Select(o => new DateTimeOffset(o.At)).Order()],
                ClaimsToday = taken[standing.Person].Count(o => o.How == Taking.Claimed && o.Day == asOf.Today),
            };
        })];
    }

    // A tier changed later on the same day is told apart by the ledger only.
    private static async Task<Dictionary<Guid, Tier>> TiersThen(AcademyDb db, long sequence)
    {
        var name = EventTrunk.NameOf(typeof(TierChanged));
        var later = await db.Set<EventRow>().Where(e => e.Type == name && e.Sequence > sequence).OrderBy(e => e.Sequence).ToListAsync();
        return later.DistinctBy(e => e.Subject).ToDictionary(e => e.Subject, e => ((TierChanged)EventTrunk.Read(e)).From);
    }

    // Readiness says that a gate fails; a certification that is missing can be named, anything else is not being active.
    private static Gate[] MissingGates(Catalogue catalogue, string profile, SellerStanding standing)
    {
        var missing = catalogue.Readiness.Roles[profile].Gates.Take((int)standing.Tier + 1).SelectMany(gate => gate.Certifications)
            .Where(id => !standing.Certifications.Contains(id)).Select(id => (Gate)new Gate.Certification(id));
        return [.. missing.DefaultIfEmpty(new Gate.Inactive())];
    }
}
