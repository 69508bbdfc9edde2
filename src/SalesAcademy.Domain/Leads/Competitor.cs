using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Domain.Leads;

/// <summary>A seller as the assignment of leads sees one at an instant; everything a rule may ask.</summary>
public sealed record Competitor
{
    /// <summary>Who.</summary>
    public required Guid Id { get; init; }

    /// <summary>The id as text in the tie key; the Guid's own form unless another is given.</summary>
    public string TieId { get => field ?? Id.ToString(); init; }

    /// <summary>The group that shares leads out among itself; a seller stands in one.</summary>
    public string Cell { get; init; } = "";

    /// <summary>Every pool the seller is a member of, the one the seller stands in included.</summary>
    public IReadOnlyList<string> Pools { get; init; } = [];

    /// <summary>w, the share of leads against others of the cell, at least 1.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>The effective tier.</summary>
    public required Tier Tier { get; init; }

    /// <summary>What keeps the tier below the earned one; null where nothing does.</summary>
    public Lowering? Lowered { get; init; }

    /// <summary>Hard gates that fail today.</summary>
    public IReadOnlyList<Gate> MissingGates { get; init; } = [];

    /// <summary>Languages, regions, products and industries the seller may serve.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>Certifications valid today.</summary>
    public IReadOnlyCollection<string> Certifications { get; init; } = [];

    /// <summary>C of each competency, 0..1.</summary>
    public IReadOnlyDictionary<string, double> Competencies { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>When the seller is back from leave or at work again; null when at work.</summary>
    public DateTimeOffset? AwayUntil { get; init; }

    /// <summary>
    /// Whether the turn passes the seller by: away, or of a tier that may take no lead at all. Whoever comes back from it returns in the sense of
    /// model.md section 6, or a newcomer seated in Shadow would have every lead on the first day above it.
    /// </summary>
    public bool IsOut(LeadPolicy policy, DateTimeOffset now) => now < AwayUntil || policy.Weekly(Tier) == 0;

    /// <summary>Leads owned now.</summary>
    public int OpenLeads { get; init; }

    /// <summary>When leads were taken, claimed or assigned, in rising order; older than 7 days may be left out.</summary>
    public IReadOnlyList<DateTimeOffset> Taken { get; init; } = [];

    /// <summary>Leads claimed from the public pool on the local day.</summary>
    public int ClaimsToday { get; init; }
}
