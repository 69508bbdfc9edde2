using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// Sellers as decisions met them. Where the trunk has told nothing about somebody since, what is kept now still tells it; of everybody else
/// the events up to the decision do. Points of the ledger are asked about in rising order.
/// </summary>
internal sealed class PastSellers
{
    private const int Page = 5_000;

    private static readonly string[] Telling =
    [
        .. new[]
        {
            typeof(PersonJoined), typeof(TeamChanged), typeof(ProfileChanged), typeof(PreferencesChanged), typeof(TagsChanged), typeof(PersonSuspended), typeof(PersonReinstated), typeof(LeaveTaken), typeof(LeaveCalledOff),
            typeof(AttemptGraded), typeof(AttemptRegraded), typeof(DrillAnswered), typeof(ObservationRecorded), typeof(CertificateIssued), typeof(CertificateRevoked), typeof(CourseCompleted),
            typeof(TierChanged), typeof(TierOverridden),
        }.Select(EventTrunk.NameOf),
    ];

    private readonly AcademyDb db;
    private readonly Sellers sellers;
    private readonly ReadinessBook book;
    private readonly Guid? only;
    private readonly Dictionary<Guid, Seller> told;
    private readonly PastLoads loads;
    private readonly IReadOnlyDictionary<Guid, string> teams;
    private readonly Queue<EventRow> ahead = [];
    private readonly HashSet<Guid> changed = [];
    private (DateOnly Day, string Catalogue, IReadOnlyDictionary<Guid, SellerStanding> Standings, IReadOnlyDictionary<Guid, WorkFacts> Facts)? untold;
    private long read;

    private PastSellers(AcademyDb db, Sellers sellers, ReadinessBook book, Guid? only, IEnumerable<Guid> told, PastLoads loads, IReadOnlyDictionary<Guid, string> teams)
    {
        (this.db, this.sellers, this.book, this.only, this.loads, this.teams) = (db, sellers, book, only, loads, teams);
        this.told = told.ToDictionary(person => person, person => new Seller(new PastPerson(), book.Past(person)));
    }

    /// <summary>Makes ready to be asked about points from one on.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="sellers">How sellers are put together.</param>
    /// <param name="book">Readiness.</param>
    /// <param name="first">The earliest point that will be asked about.</param>
    /// <param name="only">The one seller who will be asked about; null for everybody.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<PastSellers> From(AcademyDb db, Sellers sellers, ReadinessBook book, AsOf first, Guid? only, CancellationToken cancellation)
    {
        var since = first.Sequence;
        var subjects = await db.Set<EventRow>().Where(e => e.Sequence > since && Telling.Contains(e.Type) && (only == null || e.Subject == only)).Select(e => e.Subject).Distinct().ToListAsync(cancellation);
        var names = await db.Set<TeamRow>().ToDictionaryAsync(team => team.Id, team => team.Name, cancellation);
        return new(db, sellers, book, only, subjects, await PastLoads.From(db, first, only, cancellation), names);
    }

    /// <summary>One seller as of a point; null for somebody who did not sell.</summary>
    public static async Task<Competitor?> One(AcademyDb db, Sellers sellers, ReadinessBook book, Guid person, AsOf asOf, Catalogue then, CancellationToken cancellation) =>
        (await (await From(db, sellers, book, asOf, person, cancellation)).At(asOf, then, cancellation)).SingleOrDefault();

    /// <summary>Everybody who sold here, in the order of their ids, under the catalogue in force.</summary>
    public async Task<IReadOnlyList<Competitor>> At(AsOf asOf, Catalogue then, CancellationToken cancellation)
    {
        await GoOn(asOf, cancellation);
        return [.. (await All(asOf, then)).Select(seller => seller.Facts)];
    }

    /// <summary>Goes on to a point, and gives those about whom anything was told since the last: everybody else is as they were, the clock apart.</summary>
    public async Task<IReadOnlyList<Guid>> GoOn(AsOf asOf, CancellationToken cancellation)
    {
        await Hear(asOf.Sequence, cancellation);
        loads.Advance(asOf, changed);
        Guid[] about = [.. changed];
        changed.Clear();
        return about;
    }

    /// <summary>Everybody who sold here at the point it has gone on to, in the order of their ids.</summary>
    public async Task<IReadOnlyList<SellerAtWork>> All(AsOf asOf, Catalogue then)
    {
        var (standings, facts) = await Untold(asOf, then);
        return [.. standings.Keys.Concat(told.Keys).Select(person => Of(person, standings, facts, asOf, then)).OfType<SellerAtWork>().OrderBy(seller => seller.Facts.Id)];
    }

    /// <summary>One of them; null for somebody who did not sell.</summary>
    public async ValueTask<SellerAtWork?> Of(Guid person, AsOf asOf, Catalogue then)
    {
        var (standings, facts) = await Untold(asOf, then);
        return Of(person, standings, facts, asOf, then);
    }

    private SellerAtWork? Of(Guid id, IReadOnlyDictionary<Guid, SellerStanding> standings, IReadOnlyDictionary<Guid, WorkFacts> facts, AsOf asOf, Catalogue then)
    {
        if (!told.TryGetValue(id, out var seller))
            return standings.TryGetValue(id, out var kept) ? sellers.AtWork(kept, facts[id], loads.Of(id), asOf, then) : null;
        return seller.Person is { Profile: { } profile } person && (person.IsActive || only is not null) && seller.Standing.On(profile, person.IsActive, asOf.Today, then) is { } standing
            ? sellers.AtWork(standing, FactsOf(id, profile, person), loads.Of(id), asOf, then) : null;

        WorkFacts FactsOf(Guid id, string profile, PastPerson person) => new(
            profile,
            person.Team is { } team ? teams.GetValueOrDefault(team) : null,
            person.Zone ?? facts.GetValueOrDefault(id)?.Zone,
            person.Tags is { } tags ? [.. tags.Select(tag => new Tag(tag.Kind, tag.Value))] : facts.GetValueOrDefault(id)?.Tags ?? [],
            person.Leaves);
    }

    // Of whom nothing was told since, what is kept now says what was so on that day.
    private async ValueTask<(IReadOnlyDictionary<Guid, SellerStanding> Standings, IReadOnlyDictionary<Guid, WorkFacts> Facts)> Untold(AsOf asOf, Catalogue then)
    {
        if (untold is not { } kept || kept.Day != asOf.Today || kept.Catalogue != then.Hash)
        {
            var facts = await WorkFacts.Of(db, only is { } seller ? [seller] : null, asOf.Today);
            IReadOnlyList<SellerStanding> standings = only is { } one
                ? await book.Of(db, one, asOf.Today, then) is { } standing ? [standing] : []
                : await book.All(db, asOf.Today, then);
            untold = kept = (asOf.Today, then.Hash, standings.Where(s => !told.ContainsKey(s.Person) && facts.ContainsKey(s.Person)).ToDictionary(s => s.Person), facts);
        }

        return (kept.Standings, kept.Facts);
    }

    private async Task Hear(long sequence, CancellationToken cancellation)
    {
        if (told.Count == 0)
            return;
        while (true)
        {
            if (ahead.Count == 0)
            {
                var after = read;
                var rows = await db.Set<EventRow>().AsNoTracking().Where(e => e.Sequence > after && (only == null || e.Subject == only) && Telling.Contains(e.Type)).OrderBy(e => e.Sequence).Take(Page).ToListAsync(cancellation);
                if (rows.Count == 0)
                    return;
                read = rows[^1].Sequence;
                foreach (var row in rows)
                    ahead.Enqueue(row);
            }

            while (ahead.TryPeek(out var next))
            {
                if (next.Sequence > sequence)
                    return;
                ahead.Dequeue();
                if (!told.TryGetValue(next.Subject, out var seller))
                    continue;
                var happened = EventTrunk.Read(next);
                seller.Person.Hear(happened);
                seller.Standing.Hear(happened, next.LocalDate);
                changed.Add(next.Subject);
            }
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Seller(PastPerson Person, PastStanding Standing);
}

/// <summary>What sellers had in hand, from the rows of ownership, each of which says from where to where in the ledger it was known.</summary>
internal sealed class PastLoads
{
    private readonly Held[] begun;
    private readonly Held[] ended;
    private readonly Dictionary<Guid, int> open = [];
    private readonly Dictionary<Guid, List<Taken>> taken = [];
    private readonly HashSet<Guid> early = [];
    private int nextBegun;
    private int nextEnded;
    private DateTime since;
    private DateTime until;

    private PastLoads(IReadOnlyList<Held> ownerships)
    {
        begun = [.. ownerships.OrderBy(o => o.Sequence)];
        ended = [.. ownerships.Where(o => o.EndSequence is not null).OrderBy(o => o.EndSequence)];
    }

    public static async Task<PastLoads> From(AcademyDb db, AsOf first, Guid? only, CancellationToken cancellation)
    {
        var (sequence, since) = (first.Sequence, first.At - LeadCaps.Week);
        return new(await db.Set<OwnershipRow>().Where(o => (only == null || o.Person == only) && (o.EndSequence == null || o.EndSequence >= sequence || o.At > since))
            .Select(o => new Held(o.Person, new Taken(o.Lead, o.At, o.How, o.Day), o.Sequence, o.EndSequence)).ToListAsync(cancellation));
    }

    /// <summary>Goes on to a point; a decision there knew what began and ended before it. Adds those whose load is another.</summary>
    public void Advance(AsOf asOf, HashSet<Guid> changed)
    {
        changed.UnionWith(early);
        early.RemoveWhere(person => taken[person].TrueForAll(one => one.At <= asOf.At));
        for (; nextBegun < begun.Length && begun[nextBegun].Sequence < asOf.Sequence; nextBegun++)
        {
            var ownership = begun[nextBegun];
            open[ownership.Person] = open.GetValueOrDefault(ownership.Person) + 1;
            if (!taken.TryGetValue(ownership.Person, out var list))
                taken[ownership.Person] = list = [];
            list.Add(ownership.Taken);
            changed.Add(ownership.Person);
            if (ownership.Taken.At > asOf.At)
                early.Add(ownership.Person);
        }

        for (; nextEnded < ended.Length && ended[nextEnded].EndSequence < asOf.Sequence; nextEnded++)
        {
            open[ended[nextEnded].Person]--;
            changed.Add(ended[nextEnded].Person);
        }

        (since, until) = (asOf.At - LeadCaps.Week, asOf.At);
    }

    public Load Of(Guid person)
    {
        if (!taken.TryGetValue(person, out var list))
            return new(open.GetValueOrDefault(person), []);
        // A command that began later may have come first, so that instants fall a little here and there.
        list.RemoveAll(one => one.At <= since.AddDays(-1));
        return new(open.GetValueOrDefault(person), [.. list.Where(one => one.At > since && one.At <= until)]);
    }

    private sealed record Held(Guid Person, Taken Taken, long Sequence, long? EndSequence);
}
