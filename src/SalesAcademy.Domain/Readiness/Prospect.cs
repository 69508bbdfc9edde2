using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Readiness;

/// <summary>Where a seller would stand.</summary>
/// <param name="Tier">The tier that leads are given by, an override included.</param>
/// <param name="MissingGates">Hard gates of that tier and those below it that would fail.</param>
/// <param name="Certifications">Certifications valid on the day.</param>
/// <param name="Assessment">The scores, and what would be missing for each tier.</param>
public sealed record Reached(Tier Tier, IReadOnlyList<Gate> MissingGates, IReadOnlySet<string> Certifications, Assessment Assessment)
{
    /// <summary>Whether the tier is there with its gates.</summary>
    public bool Has(Tier tier) => Tier >= tier && MissingGates.Count == 0;
}

/// <summary>
/// One seller as of a day, and where any selection of things they can do would bring them if all were done that day: the same computation as
/// for the day itself, on the record with the events added (model.md section 4, next step, for several events at once). Each family is counted
/// once with and once without its new answer, so that many selections can be asked. The tier moves as between two daily steps: up where
/// everything is there, down only where a hard gate fails. Not thread-safe.
/// </summary>
/// <param name="policy">The readiness policy.</param>
/// <param name="role">The role the seller is measured by.</param>
/// <param name="record">Evidence and standing as they are.</param>
/// <param name="state">The tier by the daily step.</param>
/// <param name="standing">The override that stands on the day, if any.</param>
/// <param name="today">The day.</param>
public sealed class Prospect(ReadinessPolicy policy, RoleProfile role, SellerRecord record, TierState state, TierOverride? standing, DateOnly today)
{
    private readonly SellerRecord blank = record with { Answers = [], Observations = [] };
    private readonly IReadOnlyList<FamilyEvidence> now = CountedAnswers.Of(record.Families, record.Answers, today, policy.StabilityScale);
    private readonly Dictionary<string, FamilyEvidence> answered = new(StringComparer.Ordinal);
    private readonly Dictionary<Hypothesis, SellerRecord> added = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<string, Answer> answers = record.Answers.ToLookup(answer => answer.Family, StringComparer.Ordinal);
    private readonly Dictionary<string, Family> families = record.Families.ToDictionary(family => family.Id, StringComparer.Ordinal);

    /// <summary>Where the seller stands without doing anything.</summary>
    public Reached Now => Reach(Assess([]), state.Tier, blank.Standing);

    /// <summary>Where these events together would bring the seller today, in any order.</summary>
    public Reached After(IReadOnlyCollection<Hypothesis> done)
    {
        var assessment = Assess(done);
        var (next, reason) = TierStep.Next(state, assessment.Day, role.Thresholds, policy.DemotionDays);
        return Reach(assessment, reason is TierReason.Promoted or TierReason.Gate ? next.Tier : state.Tier, StandingAfter(done));
    }

    private Assessment Assess(IReadOnlyCollection<Hypothesis> done)
    {
        var changed = new Dictionary<string, FamilyEvidence>(StringComparer.Ordinal);
        foreach (var answer in done.SelectMany(happened => Added(happened).Answers))
            changed[answer.Family] = Answered(answer);
        var observations = done.SelectMany(happened => Added(happened).Observations);
        return Assessment.Of(
            policy, role, Evidence(changed), record with { Observations = [.. record.Observations, .. observations], Standing = StandingAfter(done) }, today);
    }

    // In ordinal order of the families, as they are counted: sums of fractions depend on it.
    private List<FamilyEvidence> Evidence(Dictionary<string, FamilyEvidence> changed)
    {
        var evidence = new List<FamilyEvidence>(now.Count + changed.Count);
        foreach (var one in now)
            evidence.Add(changed.Remove(one.Family.Id, out var after) ? after : one);
        if (changed.Count == 0)
            return evidence;
        evidence.AddRange(changed.Values);
        evidence.Sort((one, other) => string.CompareOrdinal(one.Family.Id, other.Family.Id));
        return evidence;
    }

    private Reached Reach(Assessment assessment, Tier stepped, Standing held)
    {
        var tier = TierOverride.Effective(policy, stepped, assessment.Day.Allowed, standing, today);
        return new Reached(tier, [.. assessment.Missing.Take((int)tier + 1).SelectMany(gates => gates).Where(gate => gate.Hard).Distinct()], held.Certifications, assessment);
    }

    private Standing StandingAfter(IReadOnlyCollection<Hypothesis> done)
    {
        var held = blank.Standing;
        foreach (var happened in done)
        {
            var then = Added(happened).Standing;
            if (!then.Certifications.IsSubsetOf(held.Certifications) || !then.Courses.IsSubsetOf(held.Courses))
                held = held with
                {
                    Certifications = new HashSet<string>(held.Certifications.Concat(then.Certifications), StringComparer.Ordinal),
                    Courses = new HashSet<string>(held.Courses.Concat(then.Courses), StringComparer.Ordinal),
                };
        }
        return held;
    }

    private SellerRecord Added(Hypothesis happened) =>
        added.TryGetValue(happened, out var known) ? known : added[happened] = happened.AddTo(blank, today);

    private FamilyEvidence Answered(Answer answer) => answered.TryGetValue(answer.Family, out var known)
        ? known
        : answered[answer.Family] = CountedAnswers.Of([families[answer.Family]], [.. answers[answer.Family], answer], today, policy.StabilityScale)[0];
}
