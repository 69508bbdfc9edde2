using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Leads;

/// <summary>A seller takes a lead from the public pool.</summary>
public static class ClaimLead
{
    /// <summary>
    /// Accepts if every rule but R6 passes (whoever claims is at work) and the day's claims are not used up. Refused: claims-per-day
    /// (claims made, limit), not-eligible (rule, finding).
    /// </summary>
    public static Decision<LeadChange> Decide(LeadPolicy policy, string policyHash, Situation situation)
    {
        var (lead, competitor, _) = situation;
        if (competitor.ClaimsToday >= policy.ClaimsPerDay)
            return new Refusal("claims-per-day", competitor.ClaimsToday, policy.ClaimsPerDay);
        return Ownership.Take(policy, situation, rule => rule != Rule.Available, holding =>
            new LeadClaimed(lead.Id, competitor.Id, holding.Since, holding.LastDay(policy.Protection), policyHash));
    }
}

/// <summary>A lead is given to the winner of an assignment, or by hand, import, batch or transfer.</summary>
public static class AssignLead
{
    /// <summary>Accepts if all eight rules pass on fresh rows; R6 is passed over only where the policy ignored that everybody was away, R2 by one tier only where the lot fell on the lead. Refused: not-eligible (rule, finding).</summary>
    public static Decision<LeadChange> Decide(LeadPolicy policy, string policyHash, Situation situation, bool awayIgnored = false, bool explored = false) =>
        Ownership.Take(policy, situation, rule => !(awayIgnored && rule == Rule.Available) && !(explored && rule == Rule.Tier && situation.Lead.Tier - situation.Competitor.Tier == 1), holding => new LeadAssigned(
            situation.Lead.Id, situation.Competitor.Id, holding.Since, holding.LastDay(policy.Protection), policyHash));
}
