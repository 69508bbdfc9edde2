using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Domain.Leads;

/// <summary>Caps, protection and demands by which leads are handed out; read from content/policies/leads.yml. Defaults are those of model.md section 6.</summary>
public sealed record LeadPolicy
{
    /// <summary>The number the author gave this edition.</summary>
    public required int Version { get; init; }

    /// <summary>The seed of the fixed tie keys.</summary>
    public required string Seed { get; init; }

    /// <summary>Leads in any rolling 7 days, index = tier.</summary>
    public IReadOnlyList<int> WeeklyCap { get; init; } = [0, 5, 10, 15, 15];

    /// <summary>Open leads allowed as a multiple of the weekly cap.</summary>
    public int OpenCapFactor { get; init; } = 3;

    /// <summary>Size z of a lead, index = tier.</summary>
    public IReadOnlyList<int> Size { get; init; } = [1, 1, 1, 2, 4];

    /// <summary>Claims from the public pool a local day.</summary>
    public int ClaimsPerDay { get; init; } = 10;

    /// <summary>Days before a previous owner may have a lead again.</summary>
    public int CoolDown { get; init; } = 30;

    /// <summary>How long a claimed lead is protected.</summary>
    public ProtectionRule Protection { get; init; } = new();

    /// <summary>What happens when everybody is away.</summary>
    public EverybodyAway EverybodyAway { get; init; } = EverybodyAway.Hold;

    /// <summary>Share of leads of tier C and B given by recorded chance, 0..0.05.</summary>
    public double Exploration { get; init; }

    /// <summary>Hours until an unassigned lead raises an alert, index = tier.</summary>
    public IReadOnlyList<int> ServiceLevelHours { get; init; } = [24, 24, 8, 4, 2];

    /// <summary>What tags of a lead demand of its owner.</summary>
    public IReadOnlyList<TagDemand> TagDemands { get; init; } = [];

    /// <summary>The pools in the order in which they take leads; the last takes what is left. Empty: one pool for everybody.</summary>
    public IReadOnlyList<PoolRule> Pools { get; init; } = [];
}

/// <summary>What a policy does with a lead when nobody is at work.</summary>
public enum EverybodyAway
{
    /// <summary>Keep it until somebody is back.</summary>
    Hold,

    /// <summary>Put it into the public pool.</summary>
    Overflow,

    /// <summary>Assign as if everybody were at work.</summary>
    Ignore,
}

/// <summary>Protection of a claimed lead in days: return = claim + Days; a valid follow-up moves it to follow-up + FollowUp if later; never past claim + Maximum.</summary>
public sealed record ProtectionRule(int Days = 10, int FollowUp = 3, int Maximum = 20, int Notice = 3);

/// <summary>What a tag demands.</summary>
/// <param name="Kind">Tag kind: language, region, product or industry.</param>
/// <param name="Value">The tag's value, or null for every value of the kind.</param>
/// <param name="Match">The rep must carry the same tag.</param>
/// <param name="Certification">A certification that must be valid, or null.</param>
/// <param name="Competency">A competency that must reach Level, or null.</param>
/// <param name="Level">C_c at least, 0..1.</param>
public sealed record TagDemand(string Kind, string? Value, bool Match, string? Certification, string? Competency, double Level);
