using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A seller who did not pass for a lead that nobody got, with the smallest change that would have turned it.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="Missed">The rules missed, by name.</param>
/// <param name="Flip">What would turn it.</param>
internal sealed record NearSeller(Guid Person, string Name, string Missed, FlipText Flip);

/// <summary>Who came nearest to a lead: fewest rules missed, then fewest changes, then those the seller or time can bring about before those that others must.</summary>
internal static class Nearest
{
    public const int Shown = 5;

    // The smallest change is searched for; for more it is not asked.
    private const int Searched = 40;

    public static IReadOnlyList<(Competitor Seller, IReadOnlyList<RuleVerdict> Missed, Flip Flip)> Of(LeadPolicy policy, Lead lead, IEnumerable<Competitor> sellers, Moment moment) =>
    [
        .. sellers
            .Select(seller => (Seller: seller, Missed: (IReadOnlyList<RuleVerdict>)[.. Eligibility.Of(policy, new Situation(lead, seller, moment)).Where(v => !v.Passed)]))
            .Where(near => near.Missed.Count > 0)
            .OrderBy(near => near.Missed.Count).ThenBy(near => Math.Max(0, lead.Tier - near.Seller.Tier)).ThenBy(near => near.Seller.TieId, StringComparer.Ordinal)
            .Take(Searched)
            .Select(near => (near.Seller, near.Missed, Flip: Flip.Of(policy, new Situation(lead, near.Seller, moment), _ => true)))
            .OrderBy(near => near.Flip.Barred.Count > 0).ThenBy(near => near.Missed.Count).ThenBy(near => near.Flip.Steps.Count).ThenBy(near => near.Flip.Steps.Count(step => step.By == Hand.Others))
            .ThenBy(near => near.Seller.TieId, StringComparer.Ordinal)
            .Take(Shown),
    ];
}
