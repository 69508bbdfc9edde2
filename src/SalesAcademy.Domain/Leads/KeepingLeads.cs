using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Leads;

/// <summary>The owner has followed up, which earns some days of protection.</summary>
public static class FollowUpLead
{
    /// <summary>
    /// Accepts today's follow-up, or one of an earlier day of this ownership, by the organisation's days or by those of the seller's own clock (the day it was taken, and today). Protection
    /// counts in the organisation's: one dated by the seller's clock outside of them counts as on the nearest. Refused: not-owner, protection-over (last day), follow-up-day (the day).
    /// </summary>
    public static Decision<LeadChange> Decide(
        LeadPolicy policy, string policyHash, Lead lead, Guid person, DateOnly day, DateOnly today, (DateOnly Since, DateOnly Today)? own = null) =>
        Ownership.Keep(policy, lead, person, today, holding =>
        {
            if ((day < holding.Since || day > today) && (own is not { } theirs || day < theirs.Since || day > theirs.Today))
                return new Refusal("follow-up-day", day);
            var after = holding.FollowedUp(policy.Protection, day < holding.Since ? holding.Since : day > today ? today : day);
            return new LeadChange(
                lead with { Holding = after },
                new FollowUpRecorded(lead.Id, person, day, after.LastDay(policy.Protection), policyHash));
        });
}

/// <summary>An opportunity with the customer is opened or closed; while it is open the lead does not go back.</summary>
public static class OpportunityOfLead
{
    /// <summary>Accepts a change. Once closed, the last day counts again; a lead whose last day has passed meanwhile goes back that night. Refused: not-owner, protection-over, opportunity-unchanged.</summary>
    public static Decision<LeadChange> Decide(LeadPolicy policy, Lead lead, Guid person, bool open, DateOnly today) =>
        Ownership.Keep(policy, lead, person, today, holding =>
        {
            if (holding.OpportunityOpen == open)
                return new Refusal("opportunity-unchanged", open);
            return new LeadChange(
                lead with { Holding = holding with { OpportunityOpen = open } },
                open ? new OpportunityOpened(lead.Id, person, today) : new OpportunityClosed(lead.Id, person, today));
        });
}
