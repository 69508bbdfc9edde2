using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Leads;

/// <summary>A lead after a decision on its owner, and what happened.</summary>
/// <param name="Lead">The lead now.</param>
/// <param name="Event">The one event.</param>
public sealed record LeadChange(Lead Lead, IEvent Event);

/// <summary>The one law of owning a lead: every path takes, keeps and ends ownership here, so that none forgets a deadline, a cap or a cool-down.</summary>
internal static class Ownership
{
    /// <summary>
    /// Gives a lead to a seller who passes the rules asked, from today or as a holding that goes on; refuses with the first rule that fails
    /// (not-eligible, then rule and finding).
    /// </summary>
    public static Decision<LeadChange> Take(
        LeadPolicy policy, Situation situation, Func<Rule, bool> asked, Func<Holding, IEvent> happened, Holding? goesOn = null)
    {
        if (Eligibility.Of(policy, situation).FirstOrDefault(v => !v.Passed && asked(v.Rule)) is { } failed)
            return new Refusal("not-eligible", failed.Rule, failed.Finding[0]);
        var holding = goesOn ?? Holding.Start(policy.Protection, situation.Competitor.Id, situation.Moment.Today);
        return new LeadChange(situation.Lead with { Holding = holding }, happened(holding));
    }

    /// <summary>Lets the owner do something with a lead still held; refuses strangers (not-owner) and leads whose protection is over (protection-over).</summary>
    public static Decision<LeadChange> Keep(
        LeadPolicy policy, Lead lead, Guid person, DateOnly today, Func<Holding, Decision<LeadChange>> decide)
    {
        if (lead.Holding is not { } holding || holding.Owner != person)
            return new Refusal("not-owner");
        return holding.IsOver(policy.Protection, today)
            ? new Refusal("protection-over", holding.LastDay(policy.Protection))
            : decide(holding);
    }

    /// <summary>Puts a lead back, remembering the owner for the cool-down.</summary>
    public static LeadChange Release(LeadPolicy policy, Lead lead, Holding holding, ReturnReason reason, DateOnly today, string policyHash) => new(
        lead with { Holding = null, PastOwners = [.. lead.PastOwners, new PastOwner(holding.Owner, today)] },
        new LeadReturned(lead.Id, holding.Owner, reason, today, today.AddDays(policy.CoolDown), policyHash));
}
