namespace SalesAcademy.Domain.Readiness;

/// <summary>The weights, thresholds and gates by which evidence becomes readiness and tier; read from content/policies/readiness.yml. Defaults are those of model.md.</summary>
public sealed record ReadinessPolicy
{
    /// <summary>The number the author gave this edition.</summary>
    public required int Version { get; init; }

    /// <summary>Role profiles by id.</summary>
    public required IReadOnlyDictionary<string, RoleProfile> Roles { get; init; }

    /// <summary>What it takes to enter a tier beside the score (model.md section 5, entry_k).</summary>
    public EntryRule Entry { get; init; } = new();

    /// <summary>Days below a threshold after which a tier is lost.</summary>
    public int DemotionDays { get; init; } = 7;

    /// <summary>Days after which an observation no longer counts.</summary>
    public int ObservationMaxAge { get; init; } = 365;

    /// <summary>Days in which an observation's weight halves.</summary>
    public double ObservationHalfLife { get; init; } = 180;

    /// <summary>Weight of a fresh observation against the prior (the 3 of model.md section 3).</summary>
    public double ObservationWeight { get; init; } = 3;

    /// <summary>Drill questions a workday, and in the first 30 days of tenure.</summary>
    public int DrillPerDay { get; init; } = 5;

    /// <summary>Drill questions a workday in the first 30 days of tenure.</summary>
    public int DrillPerDayFirstMonth { get; init; } = 10;

    /// <summary>The chance of recall at which a family is due, in (0,1).</summary>
    public double Retention { get; init; } = 0.9;

    /// <summary>The stability scale a of memory, above 0; calibrated per organisation (model.md section 2).</summary>
    public double StabilityScale { get; init; } = 1;

    /// <summary>How many tiers an override may raise.</summary>
    public int OverrideRaise { get; init; } = 1;

    /// <summary>How many days an override may last.</summary>
    public int OverrideDays { get; init; } = 14;
}

/// <summary>What one role is measured by.</summary>
public sealed record RoleProfile
{
    /// <summary>The profile's id, such as sdr.</summary>
    public required string Id { get; init; }

    /// <summary>Thresholds T of the tiers, index 0 to 4, T[0] = 0, not falling.</summary>
    public IReadOnlyList<double> Thresholds { get; init; } = DefaultThresholds;

    /// <summary>The competencies with their weights, in ordinal id order; weights add up to 1.</summary>
    public required IReadOnlyList<CompetencyWeight> Competencies { get; init; }

    /// <summary>Gates of the tiers, index 0 to 4, each beside those of the lower tiers; index 0 is empty.</summary>
    public required IReadOnlyList<TierGate> Gates { get; init; }

    /// <summary>The thresholds of model.md section 5.</summary>
    public static IReadOnlyList<double> DefaultThresholds { get; } = [0, 0.50, 0.65, 0.75, 0.85];
}

/// <summary>How much a competency counts for a role.</summary>
/// <param name="Competency">Its id.</param>
/// <param name="Weight">w_c, 0..1.</param>
/// <param name="Lambda">The share of knowledge against observed skill, 0..1.</param>
/// <param name="Critical">Whether entering a tier demands it nearly at the tier's own threshold.</param>
public sealed record CompetencyWeight(string Competency, double Weight, double Lambda, bool Critical);

/// <summary>Certificates and courses without which a tier is neither entered nor kept.</summary>
/// <param name="Certifications">Ids of certifications valid on the day.</param>
/// <param name="Courses">Ids of courses completed in their mandatory version.</param>
public sealed record TierGate(IReadOnlyList<string> Certifications, IReadOnlyList<string> Courses)
{
    /// <summary>No gate.</summary>
    public static TierGate None { get; } = new([], []);
}

/// <summary>What it takes to enter a tier beside the score (model.md section 5, entry_k).</summary>
public sealed record EntryRule
{
    /// <summary>Families answered in every competency with weight and knowledge share.</summary>
    public int Families { get; init; } = 10;

    /// <summary>Observations in every competency with weight and skill share, from tier B on.</summary>
    public int Observations { get; init; } = 2;

    /// <summary>Different raters among them, from tier B on.</summary>
    public int Raters { get; init; } = 2;

    /// <summary>Days an observation counts towards entry.</summary>
    public int ObservationWindow { get; init; } = 180;

    /// <summary>How far a critical competency may lie under the tier's threshold.</summary>
    public double CriticalSlack { get; init; } = 0.15;
}
