using System.Collections.Concurrent;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Readiness;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>How near a seller is to a tier with its gates.</summary>
/// <param name="Person">The seller.</param>
/// <param name="Steps">The cheapest way there; empty when all they can do is not enough.</param>
/// <param name="Missing">Everything missing now.</param>
/// <param name="Courses">Courses that are enough by themselves: their lessons and certifications, where nothing of another course has to come before them.</param>
/// <param name="After">Where the way leads; null when there is none.</param>
internal sealed record TierWay(Guid Person, IReadOnlyList<Doable> Steps, IReadOnlyList<Gate> Missing, IReadOnlySet<string> Courses, Reached? After)
{
    public int Minutes => Steps.Sum(step => step.Effort.Minutes);

    public static TierWay Of(SellerProspect seller, Tier tier)
    {
        var efforts = seller.Efforts;
        var steps = LeastEffort.To(seller.Prospect, efforts, reached => reached.Has(tier));
        return new(
            seller.Person, steps is null ? [] : seller.WaysOf(steps), seller.Prospect.Now.Assessment.MissingFor(tier, seller.Role),
            steps is null ? new HashSet<string>() : seller.Ways.Select(way => way.Course).OfType<string>().Distinct(StringComparer.Ordinal).Where(IsEnough).ToHashSet(StringComparer.Ordinal),
            steps is null ? null : seller.Prospect.After([.. steps.Select(effort => effort.Event)]));

        bool IsEnough(string course)
        {
            Effort[] own = [.. seller.Ways.Where(way => way.Course == course).Select(way => way.Effort)];
            return LeastEffort.WithWhatComesFirst(efforts, own).Count == own.Length && seller.Prospect.After([.. own.Select(effort => effort.Event)]).Has(tier);
        }
    }
}

/// <summary>The ways of all sellers to a tier. Each is reckoned once for a state of the seller's evidence, and kept in memory.</summary>
internal sealed class TierWays(Prospects prospects)
{
    private const int MostKept = 100_000;

    private readonly ConcurrentDictionary<(Guid Person, Tier Tier), (string Key, TierWay Way)> kept = [];

    /// <summary>For each tier the ways of those sellers who do not have it, the nearest first; those who cannot reach it come last.</summary>
    public async Task<IReadOnlyDictionary<Tier, IReadOnlyList<TierWay>>> Of(
        AcademyDb db, IReadOnlyDictionary<Tier, IReadOnlyList<Guid>> people, DateOnly day, CancellationToken cancellation)
    {
        if (kept.Count > MostKept)
            kept.Clear();
        var tiersOf = people.SelectMany(tier => tier.Value.Select(person => (Person: person, Tier: tier.Key))).ToLookup(of => of.Person, of => of.Tier);
        var keys = new Dictionary<Guid, string>();
        var found = await prospects.Of(db, [.. tiersOf.Select(of => of.Key)], day, basis =>
        {
            keys[basis.Person] = basis.Key;
            return tiersOf[basis.Person].All(tier => kept.TryGetValue((basis.Person, tier), out var known) && known.Key == basis.Key);
        }, cancellation);
        Parallel.ForEach(found, seller =>
        {
            foreach (var tier in tiersOf[seller.Person])
                kept[(seller.Person, tier)] = (keys[seller.Person], TierWay.Of(seller, tier));
        });
        return people.ToDictionary(tier => tier.Key, tier => (IReadOnlyList<TierWay>)[
            .. tier.Value.Where(keys.ContainsKey).Select(person => kept[(person, tier.Key)].Way)
                .OrderBy(way => way.Steps.Count == 0).ThenBy(way => way.Minutes).ThenBy(way => way.Missing.Count).ThenBy(way => way.Person)]);
    }
}
