namespace SalesAcademy.Domain.Readiness;

/// <summary>The exact effect of one hypothetical event (model.md section 4).</summary>
/// <param name="Hypothesis">What would happen.</param>
/// <param name="Readiness">dR.</param>
/// <param name="Low">dlo.</param>
/// <param name="Opens">The tier it would open today, or null.</param>
/// <param name="Missing">What would still be missing for the next tier.</param>
public sealed record Effect(Hypothesis Hypothesis, double Readiness, double Low, Tier? Opens, IReadOnlyList<Gate> Missing);

/// <summary>What a seller should do next, and what each thing would bring: the first line of the readiness page.</summary>
/// <param name="NextTier">The tier above the present one; null at the top.</param>
/// <param name="Missing">Everything missing for it, hard gates first, the score last.</param>
/// <param name="Effects">What each candidate would bring, the best first: those that open a tier (the highest first), then those that leave the fewest gates missing, then by dlo, dR and id.</param>
public sealed record NextStep(Tier? NextTier, IReadOnlyList<Gate> Missing, IReadOnlyList<Effect> Effects)
{
    /// <summary>The one thing to do next; null when no candidate would change anything.</summary>
    public Effect? Best => Effects.FirstOrDefault(effect =>
        effect.Opens is not null || effect.Low > 0 || effect.Readiness > 0 || effect.Missing.Count < Missing.Count);

    /// <summary>Weighs candidates for a seller in a tier as of a day.</summary>
    public static NextStep Of(
        ReadinessPolicy policy, RoleProfile role, SellerRecord record, TierState state, IEnumerable<Hypothesis> candidates, DateOnly today)
    {
        var now = Assessment.Of(policy, role, record, today);
        Tier? next = state.Tier < Tier.Enterprise ? state.Tier + 1 : null;
        var effects = candidates.Select(EffectOf)
            .OrderByDescending(effect => effect.Opens)
            .ThenBy(effect => effect.Missing.Count)
            .ThenByDescending(effect => effect.Low)
            .ThenByDescending(effect => effect.Readiness)
            .ThenBy(effect => effect.Hypothesis.Id, StringComparer.Ordinal);
        return new NextStep(next, MissingAfter(now), [.. effects]);

        Effect EffectOf(Hypothesis candidate)
        {
            var then = Assessment.Of(policy, role, candidate.AddTo(record, today), today);
            var tier = TierStep.Next(state, then.Day, role.Thresholds, policy.DemotionDays).State.Tier;
            return new Effect(
                candidate,
                then.Score.Value - now.Score.Value,
                then.Score.Low - now.Score.Low,
                tier > state.Tier ? tier : null,
                MissingAfter(then));
        }

        IReadOnlyList<Gate> MissingAfter(Assessment assessment) => next is null ? [] : assessment.MissingFor(next.Value, role);
    }
}
