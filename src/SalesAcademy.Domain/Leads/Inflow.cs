using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Domain.Leads;

/// <summary>Leads that ask the same of a seller.</summary>
/// <param name="Tier">The tier they need.</param>
/// <param name="Tags">Their tags that the policy demands something for, in ordinal order.</param>
/// <param name="Count">How many came in.</param>
/// <param name="Sellers">How many sellers may be given such leads now.</param>
/// <param name="Cell">The pool they fall into.</param>
public sealed record LeadKind(Tier Tier, IReadOnlyList<Tag> Tags, int Count, int Sellers = 0, string Cell = "");

/// <summary>
/// What came in over the last 28 whole days, by what it asks of a seller. A seller suits a kind when the seller is a member of their pool, R2, R3 and R4 pass, and the tier has a cap: what
/// belongs to one lead or one hour (owner, cool-down, account, leave, caps used up) says nothing about the leads of next week.
/// </summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Kinds">What came, by tier and tags.</param>
public sealed record Inflow(DateOnly From, DateOnly Until, IReadOnlyList<LeadKind> Kinds)
{
    /// <summary>Days counted: four weeks, so that no weekday weighs more.</summary>
    public const int Days = 28;

    /// <summary>Leads that came in.</summary>
    public int Count => Kinds.Sum(kind => kind.Count);

    /// <summary>Leads a week of so many that came in, in tenths, halves away from zero.</summary>
    public static decimal AWeek(int count) => Tenths(count * 7m / Days);

    /// <summary>Leads of a tier that came in.</summary>
    public int Of(Tier tier) => Kinds.Where(kind => kind.Tier == tier).Sum(kind => kind.Count);

    /// <summary>Without leads of some pools.</summary>
    public Inflow Outside(IReadOnlySet<string> pools) => this with { Kinds = [.. Kinds.Where(kind => !pools.Contains(kind.Cell))] };

    /// <summary>Counts leads of one pool for everybody by what they ask, and the sellers whom each kind suits.</summary>
    /// <param name="policy">The demands.</param>
    /// <param name="until">The last day.</param>
    /// <param name="leads">Tier and tags of each lead, in any order.</param>
    /// <param name="sellers">Everybody who sells.</param>
    public static Inflow Of(LeadPolicy policy, DateOnly until, IEnumerable<(Tier Tier, IReadOnlyList<Tag> Tags)> leads, IReadOnlyList<Competitor> sellers) =>
        Of(policy, until, leads.Select(lead => (lead.Tier, lead.Tags, Cell: "")), sellers);

    /// <summary>The same for leads of several pools.</summary>
    /// <param name="policy">The demands.</param>
    /// <param name="until">The last day.</param>
    /// <param name="leads">Tier, tags and pool of each lead, in any order.</param>
    /// <param name="sellers">Everybody who sells.</param>
    public static Inflow Of(LeadPolicy policy, DateOnly until, IEnumerable<(Tier Tier, IReadOnlyList<Tag> Tags, string Cell)> leads, IReadOnlyList<Competitor> sellers)
    {
        var kinds = leads.Select(lead => (lead.Tier, Tags: Demanding(policy, lead.Tags), lead.Cell))
            .GroupBy(lead => (lead.Tier, lead.Cell, Name: string.Join('\n', lead.Tags.Select(tag => tag.Kind + "\t" + tag.Value))))
            .OrderBy(kind => kind.Key.Tier).ThenBy(kind => kind.Key.Cell, StringComparer.Ordinal).ThenBy(kind => kind.Key.Name, StringComparer.Ordinal)
            .Select(kind => new LeadKind(kind.Key.Tier, kind.First().Tags, kind.Count(), Cell: kind.Key.Cell));
        return new(until.AddDays(1 - Days), until, [.. kinds.Select(kind => kind with { Sellers = sellers.Count(seller => Suits(policy, kind, seller)) })]);
    }

    /// <summary>Whether a seller may be given leads of a kind, as far as it is the seller's doing.</summary>
    public static bool Suits(LeadPolicy policy, LeadKind kind, Competitor seller)
    {
        if (seller.Tier < kind.Tier || !Pools.IsMember(seller, kind.Cell) || seller.MissingGates.Count > 0 || policy.Open(seller.Tier) <= 0 || policy.Weekly(seller.Tier) <= 0)
            return false;
        foreach (var tag in kind.Tags)
            if (!Eligibility.Meets(policy, tag, seller))
                return false;
        return true;
    }

    internal static decimal Tenths(decimal leads) => Math.Round(leads, 1, MidpointRounding.AwayFromZero);

    private static IReadOnlyList<Tag> Demanding(LeadPolicy policy, IReadOnlyList<Tag> tags) =>
    [
        .. tags.Where(tag => policy.TagDemands.Any(demand => demand.Kind == tag.Kind && (demand.Value is null || demand.Value == tag.Value)))
            .Distinct().OrderBy(tag => tag.Kind, StringComparer.Ordinal).ThenBy(tag => tag.Value, StringComparer.Ordinal),
    ];
}
