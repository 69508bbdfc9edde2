using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Leads;

/// <summary>A lead goes back to be given to somebody else.</summary>
public static class ReturnLead
{
    /// <summary>Accepts the owner's own return at any time. Refused: not-owner.</summary>
    public static Decision<LeadChange> Decide(LeadPolicy policy, string policyHash, Lead lead, Guid person, DateOnly today) =>
        lead.Holding is { } holding && holding.Owner == person
            ? Ownership.Release(policy, lead, holding, ReturnReason.GivenBack, today, policyHash)
            : new Refusal("not-owner");

    /// <summary>Accepts the return by time once the last day is over. Refused: not-owned, still-protected (last day; none while an opportunity is open).</summary>
    public static Decision<LeadChange> DecideExpiry(LeadPolicy policy, string policyHash, Lead lead, DateOnly today)
    {
        if (lead.Holding is not { } holding)
            return new Refusal("not-owned");
        if (holding.IsOver(policy.Protection, today))
            return Ownership.Release(policy, lead, holding, ReturnReason.Expired, today, policyHash);
        return holding.ReturnDay(policy.Protection) is { } last ? new Refusal("still-protected", last) : new Refusal("still-protected");
    }
}

/// <summary>A lead taken from one seller and given to another: the end of one ownership and the start of the next.</summary>
/// <param name="Back">What the owner loses.</param>
/// <param name="Given">What the other gets.</param>
public sealed record Transfer(LeadChange Back, LeadChange Given);

/// <summary>Somebody who answers for it gives an owned lead to another seller, by the same rules as any other giving.</summary>
public static class TransferLead
{
    /// <summary>Accepts if the other seller passes all eight rules with the lead free. Refused: not-owned, same-owner, not-eligible (rule, finding).</summary>
    public static Decision<Transfer> Decide(LeadPolicy policy, string policyHash, Situation situation)
    {
        if (situation.Lead.Holding is not { } holding)
            return new Refusal("not-owned");
        if (holding.Owner == situation.Competitor.Id)
            return new Refusal("same-owner");
        var back = Ownership.Release(policy, situation.Lead, holding, ReturnReason.Transferred, situation.Moment.Today, policyHash);
        return AssignLead.Decide(policy, policyHash, situation with { Lead = back.Lead }) switch
        {
            Accepted<LeadChange> given => new Transfer(back, given.Value),
            Refused<LeadChange> refused => refused.Reason,
            _ => throw new InvalidOperationException("A decision is accepted or refused."),
        };
    }
}

/// <summary>The customer has bought.</summary>
public static class WinLead
{
    /// <summary>Accepts from the owner. Refused: not-owner, protection-over (last day).</summary>
    public static Decision<LeadChange> Decide(LeadPolicy policy, Lead lead, Guid person, DateOnly today) =>
        Ownership.Keep(policy, lead, person, today, _ =>
            new LeadChange(lead with { Holding = null, End = LeadEnd.Won }, new LeadWon(lead.Id, person, today)));
}

/// <summary>The customer will not buy.</summary>
public static class LoseLead
{
    /// <summary>Accepts from the owner. Refused: not-owner, protection-over (last day).</summary>
    public static Decision<LeadChange> Decide(LeadPolicy policy, Lead lead, Guid person, DateOnly today) =>
        Ownership.Keep(policy, lead, person, today, _ =>
            new LeadChange(lead with { Holding = null, End = LeadEnd.Lost }, new LeadLost(lead.Id, person, today)));
}
