using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Readiness;

/// <summary>One seller measured against one role as of one day: the scores, and what is missing for each tier (model.md sections 1 to 5).</summary>
public sealed record Assessment
{
    /// <summary>Readiness with its interval and contributions.</summary>
    public required ReadinessScore Score { get; init; }

    /// <summary>The role's competencies in ordinal id order.</summary>
    public required IReadOnlyList<CompetencyScore> Competencies { get; init; }

    /// <summary>The counted answers.</summary>
    public required IReadOnlyList<FamilyEvidence> Families { get; init; }

    /// <summary>The counted observations, latest first.</summary>
    public required IReadOnlyList<Observation> Observations { get; init; }

    /// <summary>Gates missing at each tier itself, index 0 to 4, without the score; those of lower tiers stand under the lower tiers.</summary>
    public required IReadOnlyList<IReadOnlyList<Gate>> Missing { get; init; }

    /// <summary>Measures a record against a role.</summary>
    public static Assessment Of(ReadinessPolicy policy, RoleProfile role, SellerRecord record, DateOnly asOf) => Of(
        policy, role, CountedAnswers.Of(record.Families, record.Answers, asOf, policy.StabilityScale), record, asOf);

    /// <summary>The same where the counted answers are known; the record's answers are not read.</summary>
    internal static Assessment Of(ReadinessPolicy policy, RoleProfile role, IReadOnlyList<FamilyEvidence> families, SellerRecord record, DateOnly asOf)
    {
        var observations = Observation.Counted(record.Observations, record.Seller, asOf, policy.ObservationMaxAge);
        var answered = families.ToLookup(f => f.Family.Competency, StringComparer.Ordinal);
        var observed = observations.ToLookup(o => o.Competency, StringComparer.Ordinal);
        var competencies = role.Competencies
            .OrderBy(c => c.Competency, StringComparer.Ordinal)
            .Select(c => new CompetencyScore(
                c.Competency,
                c.Lambda,
                Knowledge.Of([.. answered[c.Competency].Select(f => new FamilyScore(f.Score, f.Family.Guess, f.Recall(asOf)))]),
                Skill.Of(observed[c.Competency].Select(o => (o.Score, o.Age(asOf))), policy)))
            .ToArray();
        var byId = competencies.ToDictionary(c => c.Competency, StringComparer.Ordinal);
        return new Assessment
        {
            Score = ReadinessScore.Of(
                role.Competencies.Select(c => new WeightedCompetency(
                    c.Competency, c.Weight, byId[c.Competency].Value, byId[c.Competency].Variance)),
                asOf),
            Competencies = competencies,
            Families = families,
            Observations = observations,
            Missing = [.. Enum.GetValues<Tier>().Select(tier =>
                TierGates.Missing(policy, role, record.Standing, byId, observations, tier, asOf))],
        };
    }

    /// <summary>What the daily step needs.</summary>
    public TierDay Day => new(
        Score.Value,
        Score.Low,
        [.. Missing.Select(gates => gates.All(gate => !gate.Hard))],
        [.. Missing.Select(gates => gates.All(gate => gate.Hard))]);

    /// <summary>Everything missing for a tier, those of lower tiers included, the score last.</summary>
    public IReadOnlyList<Gate> MissingFor(Tier tier, RoleProfile role)
    {
        var needed = role.Thresholds[(int)tier];
        var gates = Missing.Take((int)tier + 1).SelectMany(gate => gate).Distinct();
        return [.. gates.Where(gate => gate.Hard), .. gates.Where(gate => !gate.Hard),
            .. Score.Low >= needed ? Array.Empty<Gate>() : [new Gate.Score(Score.Low, needed)]];
    }
}
