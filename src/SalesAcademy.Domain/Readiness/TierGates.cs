namespace SalesAcademy.Domain.Readiness;

/// <summary>What must hold beside the score: hard gates to enter and keep a tier, entry gates only to enter it (model.md section 5, hard_k and entry_k).</summary>
internal static class TierGates
{
    /// <summary>The gates of this tier itself that are missing.</summary>
    public static IReadOnlyList<Gate> Missing(
        ReadinessPolicy policy,
        RoleProfile role,
        Standing standing,
        Dictionary<string, CompetencyScore> competencies,
        IReadOnlyList<Observation> observations,
        Tier tier,
        DateOnly asOf)
    {
        if (tier == Tier.Shadow)
            return [];
        return [.. Hard(role, standing, tier), .. Entry()];

        IEnumerable<Gate> Entry()
        {
            foreach (var weighed in role.Competencies.OrderBy(c => c.Competency, StringComparer.Ordinal))
            {
                var score = competencies[weighed.Competency];
                if (weighed is { Weight: > 0, Lambda: > 0 } && score.Knowledge.Families < policy.Entry.Families)
                    yield return new Gate.Families(weighed.Competency, score.Knowledge.Families, policy.Entry.Families);
                if (tier >= Tier.B && weighed is { Weight: > 0, Lambda: < 1 })
                {
                    var recent = observations
                        .Where(o => o.Competency == weighed.Competency && o.Age(asOf) <= policy.Entry.ObservationWindow)
                        .ToArray();
                    if (recent.Length < policy.Entry.Observations)
                        yield return new Gate.Observations(weighed.Competency, recent.Length, policy.Entry.Observations);
                    var raters = recent.DistinctBy(o => o.Rater).Count();
                    if (raters < policy.Entry.Raters)
                        yield return new Gate.Raters(weighed.Competency, raters, policy.Entry.Raters);
                }
                var needed = role.Thresholds[(int)tier] - policy.Entry.CriticalSlack;
                if (weighed.Critical && score.Value < needed)
                    yield return new Gate.Critical(weighed.Competency, score.Value, needed);
            }
        }
    }

    private static IEnumerable<Gate> Hard(RoleProfile role, Standing standing, Tier tier)
    {
        if (!standing.Active)
            yield return new Gate.Inactive();
        if (standing.OnHold)
            yield return new Gate.OnHold();
        var gates = (int)tier < role.Gates.Count ? role.Gates[(int)tier] : TierGate.None;
        foreach (var id in gates.Certifications.Where(id => !standing.Certifications.Contains(id)))
            yield return new Gate.Certification(id);
        foreach (var id in gates.Courses.Where(id => !standing.Courses.Contains(id)))
            yield return new Gate.Course(id);
    }
}
