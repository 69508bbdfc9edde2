using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Domain.Leads;

/// <summary>Who can bring a change about.</summary>
public enum Hand
{
    /// <summary>The seller: by learning, by being observed, by bringing leads to an end.</summary>
    Seller,

    /// <summary>Nobody has to do anything: a day or an hour comes.</summary>
    Time,

    /// <summary>Somebody who answers for the seller, the account or the lead.</summary>
    Others,
}

/// <summary>One change of a flip.</summary>
/// <param name="Rule">The rule that asked for it.</param>
/// <param name="Remedy">What changes.</param>
public sealed record FlipStep(Rule Rule, Remedy Remedy)
{
    /// <summary>Who can bring it about.</summary>
    public Hand By => Remedy switch
    {
        Remedy.ReachTier or Remedy.EarnCertification or Remedy.RaiseCompetency or Remedy.CloseLeads => Hand.Seller,
        Remedy.MeetGate { Gate: Gate.Certification or Gate.Course } => Hand.Seller,
        Remedy.AwaitDay or Remedy.Await => Hand.Time,
        _ => Hand.Others,
    };
}

/// <summary>
/// The smallest change after which a refused seller would pass: all steps together turn the verdict, and without any single one of them it stands
/// (smallest as a set; no other way out exists that leaves one of these rules as it is). Passing is no promise of the lead: whose turn it is comes after.
/// </summary>
/// <param name="Steps">In the order in which they build on one another: the tier first, since caps depend on it. Empty when nothing failed or nothing helps.</param>
/// <param name="Barred">Rules that fail whatever anybody does, since the policy gives no tier a cap; then there are no steps.</param>
public sealed record Flip(IReadOnlyList<FlipStep> Steps, IReadOnlyList<Rule> Barred)
{
    // A tier may lie under a cap of nought, so that a second one is asked for; then come the rest.
    private const int MostRounds = 8;

    /// <summary>Nothing was refused.</summary>
    public static Flip None { get; } = new([], []);

    /// <summary>Whether the seller alone can bring it about.</summary>
    public bool IsSellers => Steps.Count > 0 && Steps.All(step => step.By == Hand.Seller);

    /// <summary>Whether it comes by itself.</summary>
    public bool IsTimes => Steps.Count > 0 && Steps.All(step => step.By == Hand.Time);

    /// <summary>Rules the seller can do nothing about, in order.</summary>
    public IEnumerable<Rule> OutOfHand => Barred.Concat(Steps.Where(step => step.By != Hand.Seller).Select(step => step.Rule)).Distinct().Order();

    /// <summary>The instant from which time no longer stands in the way; null when it does not.</summary>
    public DateTimeOffset? At => Steps.Select(step => step.Remedy).OfType<Remedy.Await>().Select(wait => (DateTimeOffset?)wait.At).Max();

    /// <summary>The day from which the cool-down no longer stands in the way; null when it does not.</summary>
    public DateOnly? Day => Steps.Select(step => step.Remedy).OfType<Remedy.AwaitDay>().Select(wait => (DateOnly?)wait.Day).Max();

    /// <summary>Finds the flip of a situation.</summary>
    /// <param name="policy">The policy that refuses.</param>
    /// <param name="situation">Lead, seller and moment.</param>
    /// <param name="asked">The rules that are asked; all unless given (a claim does not ask whether somebody is at work).</param>
    public static Flip Of(LeadPolicy policy, Situation situation, Func<Rule, bool>? asked = null)
    {
        var steps = new List<FlipStep>();
        for (var round = 0; round < MostRounds; round++)
        {
            var now = After(situation, steps);
            var failed = Failed(now);
            if (failed.Length == 0)
                return new Flip(WithoutIdle(steps), []);
            if (failed.Where(verdict => verdict.Remedies.Count == 0).Select(verdict => verdict.Rule).ToArray() is { Length: > 0 } barred)
                return new Flip([], barred);
            steps.AddRange(Next([.. failed.SelectMany(verdict => verdict.Remedies.Select(remedy => new FlipStep(verdict.Rule, remedy)))]));
        }

        return new Flip([], [.. Failed(After(situation, steps)).Select(verdict => verdict.Rule)]);

        RuleVerdict[] Failed(Situation now) => [.. Eligibility.Of(policy, now).Where(verdict => !verdict.Passed && asked?.Invoke(verdict.Rule) != false)];

        // What a later step made needless goes, the earliest first, so that of two tiers the one that is enough remains.
        IReadOnlyList<FlipStep> WithoutIdle(IReadOnlyList<FlipStep> all)
        {
            var left = all.ToList();
            foreach (var step in all)
            {
                var without = left.Where(other => !ReferenceEquals(other, step)).ToList();
                if (without.Count < left.Count && Failed(After(situation, without)).Length == 0)
                    left = without;
            }
            return left;
        }
    }

    // The tier decides the caps, so it is settled before anything is counted against them. Of several hours the last includes the others.
    private static IEnumerable<FlipStep> Next(FlipStep[] proposed)
    {
        if (proposed.FirstOrDefault(step => step.Remedy is Remedy.EndLowering) is { } lowered)
            return [lowered];
        if (proposed.Where(step => step.Remedy is Remedy.ReachTier).MaxBy(step => ((Remedy.ReachTier)step.Remedy).Tier) is { } highest)
            return [highest];
        var last = proposed.Where(step => step.Remedy is Remedy.Await).MaxBy(step => ((Remedy.Await)step.Remedy).At);
        return proposed.Where(step => step.Remedy is not Remedy.Await || ReferenceEquals(step, last));
    }

    private static Situation After(Situation situation, IEnumerable<FlipStep> steps) => steps.Aggregate(situation, (now, step) => step.Remedy.ApplyTo(now));
}
