using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Domain.Leads;

/// <summary>What is known of a possible customer, whoever owns it.</summary>
public sealed record LeadFacts
{
    /// <summary>The company's name.</summary>
    public required string Company { get; init; }

    /// <summary>Whom to call.</summary>
    public required string Contact { get; init; }

    /// <summary>The tier a seller needs.</summary>
    public required Tier Tier { get; init; }

    /// <summary>What the company is, in a few words; empty when unknown.</summary>
    public string About { get; init; } = "";

    /// <summary>Empty when unknown.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Where it came from; empty when unknown.</summary>
    public string Source { get; init; } = "";

    /// <summary>The customer account, or null.</summary>
    public string? Account { get; init; }

    /// <summary>What it may be worth, or null.</summary>
    public Amount? Value { get; init; }

    /// <summary>Language, region, product, industry.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];
}

/// <summary>An amount of money.</summary>
/// <param name="Sum">How much.</param>
/// <param name="Currency">ISO code, such as CNY.</param>
public sealed record Amount(decimal Sum, string Currency);

/// <summary>What two leads about the same customer make of the one that stays. Fields are named in lower case; tags by their kind.</summary>
/// <param name="Lead">The lead that stays, with what it lacked.</param>
/// <param name="Filled">What it lacked and the other had.</param>
/// <param name="Differing">What both have and have otherwise: the one that stays keeps its own, the other is kept beside it.</param>
public sealed record LeadMerge(LeadFacts Lead, IReadOnlyList<string> Filled, IReadOnlyList<string> Differing)
{
    /// <summary>Whether the other lead says anything at all that the one that stays does not.</summary>
    public bool SaysNothingNew => Filled.Count == 0 && Differing.Count == 0;
}

/// <summary>A lead that came in again: what was lacking is filled, nothing that stands there is written over, and all of it can be undone.</summary>
public static class MergeLeads
{
    /// <summary>What the lead that stays takes from another. Nothing is refused: a lead that lacks nothing takes nothing.</summary>
    public static LeadMerge Decide(LeadFacts stays, LeadFacts other)
    {
        var (filled, differing) = (new List<string>(), new List<string>());
        if (stays.Company != other.Company)
            differing.Add("company");
        if (stays.Contact != other.Contact)
            differing.Add("contact");
        if (stays.Tier != other.Tier)
            differing.Add("tier");
        var lead = stays with
        {
            About = Take("about", stays.About, other.About),
            Phone = Take("phone", stays.Phone, other.Phone),
            Source = Take("source", stays.Source, other.Source),
            Account = Take("account", stays.Account, other.Account),
            Value = Take("value", stays.Value, other.Value),
            Tags = [.. stays.Tags, .. other.Tags.GroupBy(tag => tag.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).SelectMany(kind => TakeTags(kind.Key, [.. kind.Distinct()]))],
        };
        return new LeadMerge(lead, filled, differing);

        T Take<T>(string field, T own, T others)
        {
            if (IsMissing(others) || Equals(own, others))
                return own;
            (IsMissing(own) ? filled : differing).Add(field);
            return IsMissing(own) ? others : own;
        }

        // Each tag is asked of a seller: of a kind that the lead has, another would shut out whoever could serve it until now.
        Tag[] TakeTags(string kind, Tag[] others)
        {
            var own = stays.Tags.Where(tag => tag.Kind == kind).ToHashSet();
            if (own.SetEquals(others))
                return [];
            (own.Count == 0 ? filled : differing).Add(kind);
            return own.Count == 0 ? others : [];
        }
    }

    /// <summary>Whether a lead says nothing that any of these does not say.</summary>
    public static bool IsKnown(IEnumerable<LeadFacts> known, LeadFacts lead) => known.Any(one => Decide(one, lead).SaysNothingNew);

    /// <summary>The lead without what merges had filled.</summary>
    public static LeadFacts Without(LeadFacts lead, IEnumerable<string> filled)
    {
        var fields = filled.ToHashSet(StringComparer.Ordinal);
        return lead with
        {
            About = fields.Contains("about") ? "" : lead.About,
            Phone = fields.Contains("phone") ? "" : lead.Phone,
            Source = fields.Contains("source") ? "" : lead.Source,
            Account = fields.Contains("account") ? null : lead.Account,
            Value = fields.Contains("value") ? null : lead.Value,
            Tags = [.. lead.Tags.Where(tag => !fields.Contains(tag.Kind))],
        };
    }

    /// <summary>What a lead of its own takes from others, in the order they came.</summary>
    public static IReadOnlyList<LeadMerge> InOrder(LeadFacts own, IEnumerable<LeadFacts> others)
    {
        var merges = new List<LeadMerge>();
        foreach (var other in others)
            merges.Add(Decide(merges.Count == 0 ? own : merges[^1].Lead, other));
        return merges;
    }

    private static bool IsMissing(object? value) => value is null or "";
}
