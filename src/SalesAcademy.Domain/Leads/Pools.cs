using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Domain.Leads;

/// <summary>
/// Which pool a lead falls into and whose pool it is, by the policy alone. A pool is the cell in which its leads are shared out: a seller stands in
/// the first pool that fits, and may claim from every other one that fits too. Without pools there is one for everybody, without a name.
/// </summary>
public static class Pools
{
    /// <summary>The cell of a lead: the first pool that takes it.</summary>
    public static string CellOf(this LeadPolicy policy, Tier tier, string source, IReadOnlyList<Tag> tags) =>
        policy.Pools.FirstOrDefault(pool => pool.Takes.Fits(tier, source, tags))?.Id ?? "";

    /// <summary>A lead as the policy places it.</summary>
    public static Lead Placed(this LeadPolicy policy, Lead lead) => lead with { Cell = policy.CellOf(lead.Tier, lead.Source, lead.Tags) };

    /// <summary>The pools a seller is a member of, in order; the first is the cell the seller stands in.</summary>
    /// <param name="policy">The pools.</param>
    /// <param name="profile">The role profile.</param>
    /// <param name="team">The name of the team; null without one.</param>
    /// <param name="tags">What the seller brings.</param>
    public static IReadOnlyList<string> OfSeller(this LeadPolicy policy, string profile, string? team, IReadOnlyList<Tag> tags) =>
        policy.Pools.Count == 0 ? [] : [.. policy.Pools.Where(pool => pool.Members.Fit(profile, team, tags)).Select(pool => pool.Id)];

    /// <summary>Whether a seller may be given leads of a cell.</summary>
    public static bool IsMember(Competitor seller, string cell) => seller.Cell == cell || seller.Pools.Contains(cell);

    /// <summary>Whether a seller may learn that a lead which nobody owns is there.</summary>
    public static bool MaySee(this LeadPolicy policy, Competitor seller, Lead lead) =>
        IsMember(seller, lead.Cell) || policy.Pools.FirstOrDefault(pool => pool.Id == lead.Cell) is not { IsOpen: false };
}
