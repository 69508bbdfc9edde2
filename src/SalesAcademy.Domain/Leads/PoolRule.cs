using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Domain.Leads;

/// <summary>A pool of leads: which of them fall into it, among whom they are shared out, and who learns that they are there. Read from content/policies/pools.yml.</summary>
/// <param name="Id">Names it in the file and to other systems.</param>
/// <param name="Takes">Which leads fall into it, unless an earlier pool has taken them.</param>
/// <param name="Members">Who may claim from it and be given its leads.</param>
/// <param name="IsOpen">Whether everybody who may see leads sees its leads; otherwise its members and those who answer for them.</param>
public sealed record PoolRule(string Id, PoolIntake Takes, PoolMembers Members, bool IsOpen = true);

/// <summary>What falls into a pool: a lead that fits every condition given. A condition that is empty fits every lead.</summary>
/// <param name="Tiers">Any of these tiers.</param>
/// <param name="Sources">Any of these sources, letter for letter.</param>
/// <param name="Tags">Of each kind named here, at least one of these values.</param>
public sealed record PoolIntake(IReadOnlyList<Tier> Tiers, IReadOnlyList<string> Sources, IReadOnlyList<PoolTags> Tags)
{
    /// <summary>Takes every lead.</summary>
    public static PoolIntake Everything { get; } = new([], [], []);

    /// <summary>Whether a lead fits.</summary>
    public bool Fits(Tier tier, string source, IReadOnlyList<Tag> tags) =>
        (Tiers.Count == 0 || Tiers.Contains(tier)) && (Sources.Count == 0 || Sources.Contains(source)) && Tags.All(asked => asked.Fits(tags));

    /// <summary>Whether every lead of a tier that another intake takes is taken by this one too.</summary>
    public bool Covers(PoolIntake other, Tier tier) =>
        (Tiers.Count == 0 || Tiers.Contains(tier))
        && (Sources.Count == 0 || (other.Sources.Count > 0 && other.Sources.All(Sources.Contains)))
        && Tags.All(asked => other.Tags.Any(narrower => narrower.Kind == asked.Kind && narrower.Values.All(asked.Values.Contains)));
}

/// <summary>Whose pool it is: sellers who fit every condition given. A condition that is empty fits everybody.</summary>
/// <param name="Teams">Any of these teams, by name.</param>
/// <param name="Profiles">Any of these role profiles.</param>
/// <param name="Tags">Of each kind named here, at least one of these values.</param>
public sealed record PoolMembers(IReadOnlyList<string> Teams, IReadOnlyList<string> Profiles, IReadOnlyList<PoolTags> Tags)
{
    /// <summary>Everybody who sells.</summary>
    public static PoolMembers Everybody { get; } = new([], [], []);

    /// <summary>Whether a seller fits.</summary>
    /// <param name="profile">The role profile.</param>
    /// <param name="team">The name of the team; null without one.</param>
    /// <param name="tags">What the seller brings.</param>
    public bool Fit(string profile, string? team, IReadOnlyList<Tag> tags) =>
        (Teams.Count == 0 || (team is not null && Teams.Contains(team))) && (Profiles.Count == 0 || Profiles.Contains(profile)) && Tags.All(asked => asked.Fits(tags));
}

/// <summary>Values of one kind of tag, of which one is enough.</summary>
/// <param name="Kind">language, region, product or industry.</param>
/// <param name="Values">Compared ordinally.</param>
public sealed record PoolTags(string Kind, IReadOnlyList<string> Values)
{
    /// <summary>Whether one of these tags is among them.</summary>
    public bool Fits(IReadOnlyList<Tag> tags) => tags.Any(tag => tag.Kind == Kind && Values.Contains(tag.Value));
}
