using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Whether leads of a tier find sellers.</summary>
/// <param name="Tier">The tier they need.</param>
/// <param name="Waiting">Leads held until somebody passes.</param>
/// <param name="Pool">Leads in the public pool.</param>
/// <param name="Oldest">Since when the oldest of them has no owner.</param>
/// <param name="AWeek">Leads that come in a week.</param>
/// <param name="Sellers">Sellers with the tier and its gates.</param>
/// <param name="Room">What they may take today.</param>
/// <param name="Cap">Their weekly caps together.</param>
/// <param name="Untagged">Leads without an owner for whose tags none of these sellers is fit.</param>
internal sealed record TierFlow(Tier Tier, int Waiting, int Pool, DateTime? Oldest, decimal AWeek, int Sellers, int Room, int Cap, int Untagged)
{
    public int Unowned => Waiting + Pool;

    public int? Days => Backlog.Days(Unowned, Room, Cap);

    /// <summary>Nobody may take some of them, less room is left than leads wait, or more come in than the caps let through.</summary>
    public bool Starves => Unowned > 0 && (Sellers == 0 || Untagged > 0 || Room < Waiting || Cap < AWeek);
}

/// <summary>Somebody who could be brought to a tier.</summary>
/// <param name="Way">What is missing, and what to do.</param>
/// <param name="Name">Who.</param>
/// <param name="Lines">What to do, to read.</param>
/// <param name="Takes">How many of the leads without an owner they could then be given.</param>
internal sealed record NearLine(TierWay Way, string Name, IReadOnlyList<UnlockLine> Lines, int Takes);

/// <summary>What would open seats of a tier.</summary>
/// <param name="Title">The course, or null for looks by a coach.</param>
/// <param name="Course">Its id.</param>
/// <param name="Alone">Sellers for whom it is enough.</param>
/// <param name="Part">Sellers whose nearest way it is part of.</param>
internal sealed record OpenerLine(Localised<string>? Title, string? Course, int Alone, int Part);

/// <summary>A tier that lacks sellers, and what would bring more.</summary>
/// <param name="Flow">Its figures.</param>
/// <param name="Near">The nearest of those the reader answers for.</param>
/// <param name="Others">How many more can reach it.</param>
/// <param name="Beyond">How many cannot, whatever they learn now.</param>
/// <param name="Openers">Courses and looks, the one that opens most seats first.</param>
internal sealed record StarvingTier(TierFlow Flow, IReadOnlyList<NearLine> Near, int Others, int Beyond, IReadOnlyList<OpenerLine> Openers);

/// <summary>Where leads wait for want of sellers, and who is nearest to taking them.</summary>
internal sealed record BottleneckPage(IReadOnlyList<TierFlow> Tiers, IReadOnlyList<StarvingTier> Starving, Inflow Inflow, int PolicyVersion, bool IsTeam, AsOf AsOf)
{
    public const int MostNear = 20;

    /// <summary>What one figure counts; null where none is asked for.</summary>
    public BehindFigure? Behind { get; init; }

    /// <summary>Filters that are not known here.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public static string AddressOf(Tier tier, BottleneckFigure figure) => $"{BottleneckController.Address}?tier={tier}&of={figure}#behind";
}

/// <summary>Reads the bottleneck: a fixed number of queries, however many sell.</summary>
internal sealed class BottleneckReader(AcademyDb db, Sellers sellers, Inflows inflows, TierWays ways, BehindBottleneck behind, Library library, Clock clock)
{
    public async Task<BottleneckPage> Read(CurrentPerson reader, BottleneckQuery query, CancellationToken cancellation)
    {
        var (asOf, policy) = (AsOf.Now(clock), library.Now.Leads);
        var competitors = await sellers.All(db, asOf);
        var hidden = await PoolSight.Hidden(db, policy, reader, cancellation);
        var inflow = (await inflows.Count(db, competitors, asOf, cancellation)).Outside(hidden.Select(pool => pool.Id).ToHashSet(StringComparer.Ordinal));
        var unowned = await LeadFile.Of(db, await db.Set<LeadRow>().AsNoTracking().Where(l => l.State == LeadState.Waiting || l.State == LeadState.Pool).Outside(db, policy, hidden).ToListAsync(cancellation), policy);
        TierFlow[] tiers = [.. Enum.GetValues<Tier>().Where(tier => tier != Tier.Shadow).Select(Flow)];
        var starving = tiers.Where(flow => flow.Starves).ToArray();
        var near = await Near(reader, [.. starving.Select(flow => flow.Tier)], competitors, cancellation);
        var selling = competitors.ToDictionary(c => c.Id);
        var shown = near.ToDictionary(tier => tier.Key, tier => Shown(tier.Key, tier.Value));
        var names = await Names(shown.Values.SelectMany(lines => lines.Select(line => line.Way)), cancellation);
        var filters = new KnownFilters();
        var (chosen, figure) = (filters.Choice<Tier>(query.Tier), filters.Choice<BottleneckFigure>(query.Of));
        return new(tiers, [.. starving.Select(Starving)], inflow, policy.Version, !reader.Is(Role.SalesOps), asOf)
        {
            LeftOut = filters.LeftOut,
            Behind = chosen is not { } one ? null : await behind.Of(
                reader, one, figure ?? BottleneckFigure.Arrived, policy, figure == BottleneckFigure.Lacking ? Lacking(one) : Fit(one), [.. unowned.Where(file => file.Row.Tier == one)], hidden.Select(pool => pool.Id).ToHashSet(StringComparer.Ordinal), asOf, cancellation),
        };

        Competitor[] Fit(Tier tier) => [.. competitors.Where(c => c.Tier >= tier && c.MissingGates.Count == 0 && policy.Weekly(c.Tier) > 0)];

        Competitor[] Lacking(Tier tier) => [.. near.GetValueOrDefault(tier, []).Select(way => selling[way.Person])];

        TierFlow Flow(Tier tier)
        {
            var (fit, own) = (Fit(tier), unowned.Where(file => file.Row.Tier == tier).ToArray());
            return new(
                tier, own.Count(file => file.Row.State == LeadState.Waiting), own.Count(file => file.Row.State == LeadState.Pool), own.Length == 0 ? null : own.Min(file => file.Row.WaitingSince),
                Inflow.AWeek(inflow.Of(tier)), fit.Length, fit.Sum(c => Room.Of(policy, c, asOf).Left), fit.Sum(c => policy.Weekly(c.Tier)),
                fit.Length == 0 ? 0 : Inflow.Of(policy, asOf.Today, own.Select(file => (tier, file.Tags, file.Now.Cell)), fit).Kinds.Where(kind => kind.Sellers == 0).Sum(kind => kind.Count));
        }

        StarvingTier Starving(TierFlow flow)
        {
            var can = near[flow.Tier].Where(way => way.Steps.Count > 0).ToArray();
            return new(
                flow, [.. shown[flow.Tier].Select(line => new NearLine(line.Way, names.GetValueOrDefault(line.Way.Person, ""), UnlockLine.Of(line.Way.Steps, library.Now, names), line.Takes))],
                Math.Max(0, can.Length - BottleneckPage.MostNear), near[flow.Tier].Count - can.Length, [.. Openers(can)]);
        }

        // Whoever could then be given some of the leads that wait comes first.
        (TierWay Way, int Takes)[] Shown(Tier tier, IReadOnlyList<TierWay> found)
        {
            var kinds = Inflow.Of(policy, asOf.Today, unowned.Where(file => file.Row.Tier == tier).Select(file => (tier, file.Tags, file.Now.Cell)), []).Kinds;
            return [.. found.Where(way => way.After is not null).Select(way => (way, Takes: Takes(Unlock.As(selling[way.Person], way.After!)))).OrderBy(line => line.Takes == 0).Take(BottleneckPage.MostNear)]; // just asked

            int Takes(Competitor then) => kinds.Where(kind => Inflow.Suits(policy, kind, then)).Sum(kind => kind.Count);
        }
    }

    /// <summary>Of sellers the reader answers for, those who do not have a tier and can reach it, the nearest first.</summary>
    public async Task<IReadOnlyDictionary<Tier, IReadOnlyList<TierWay>>> Near(CurrentPerson reader, IReadOnlyList<Tier> tiers, IReadOnlyList<Competitor> competitors, CancellationToken cancellation)
    {
        var visible = (await Staff.VisibleTo(db, reader).Where(person => person.Profile != null && person.SuspendedAt == null).Select(person => person.Id).ToListAsync(cancellation)).ToHashSet();
        return await ways.Of(
            db, tiers.ToDictionary(tier => tier, tier => (IReadOnlyList<Guid>)[.. competitors.Where(c => visible.Contains(c.Id) && !(c.Tier >= tier && c.MissingGates.Count == 0)).Select(c => c.Id)]),
            clock.Today, cancellation);
    }

    private IEnumerable<OpenerLine> Openers(TierWay[] can)
    {
        var alone = can.SelectMany(way => way.Courses).CountBy(course => course, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var part = can.SelectMany(way => way.Steps.Where(step => step.Effort.Event is not Hypothesis.Drill).Select(step => step.Course ?? "").Distinct()).CountBy(course => course, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return alone.Keys.Union(part.Keys, StringComparer.Ordinal)
            .Select(course => new OpenerLine(library.Now.FindCourse(course)?.Title, course.Length == 0 ? null : course, alone.GetValueOrDefault(course), part.GetValueOrDefault(course)))
            .OrderByDescending(line => line.Alone).ThenByDescending(line => line.Part).ThenBy(line => line.Course, StringComparer.Ordinal);
    }

    private async Task<Dictionary<Guid, string>> Names(IEnumerable<TierWay> shown, CancellationToken cancellation)
    {
        var people = shown.SelectMany(way => way.Steps.Select(step => step.Effort.Event).OfType<Hypothesis.Observed>().Select(look => look.Rater).Append(way.Person)).Distinct().ToArray();
        return await db.Set<PersonRow>().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellation);
    }
}
