using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// How many sellers each of many leads could be given to, and which rule stands most often in the way. Leads of one tier, pool and tags that nobody
/// has had ask the same of every seller: they are asked about once.
/// </summary>
internal sealed class FirstRefusals(LeadPolicy policy, IReadOnlyList<Competitor> competitors, Moment now)
{
    private readonly Dictionary<(Tier, string, Guid?, string), (int Eligible, Rule? MostOften)> known = [];

    public (int Eligible, Rule? MostOften) Of(Lead lead)
    {
        if (lead is not { Holding: null, End: null })
            return (0, null);
        if (lead is not { Duplicate: false, ContactAllowed: true })
            return (0, Rule.Assignable);
        if (lead.PastOwners.Count > 0)
            return Count(lead);
        var like = (lead.Tier, lead.Cell, lead.AccountOwner, string.Join('\n', lead.Tags.Select(tag => $"{tag.Kind}\t{tag.Value}").Order(StringComparer.Ordinal)));
        if (!known.TryGetValue(like, out var counted))
            known[like] = counted = Count(lead);
        return counted;
    }

    private (int, Rule?) Count(Lead lead)
    {
        var first = competitors.Select(seller => Eligibility.FirstRefusal(policy, new Situation(lead, seller, now))).ToArray();
        return (first.Count(rule => rule is null), first.OfType<Rule>().GroupBy(rule => rule).MaxBy(group => group.Count())?.Key);
    }
}
