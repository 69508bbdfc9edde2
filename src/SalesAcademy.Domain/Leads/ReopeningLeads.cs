using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Leads;

/// <summary>A lead that was won or lost by mistake, or too early, is its last owner's again.</summary>
public static class ReopenLead
{
    /// <summary>
    /// Accepts if the last owner passes every rule but R6 with the lead alive. On the day it ended the protection of then goes on, so that nobody
    /// renews it by ending and reopening; later, or where that protection is over, it begins anew. Refused: not-ended, not-eligible (rule, finding).
    /// </summary>
    /// <param name="policy">The policy in force.</param>
    /// <param name="policyHash">Its hash.</param>
    /// <param name="situation">The lead that ended, and who had it.</param>
    /// <param name="had">The holding as it ended.</param>
    /// <param name="ended">The day it ended.</param>
    public static Decision<LeadChange> Decide(LeadPolicy policy, string policyHash, Situation situation, Holding had, DateOnly ended)
    {
        if (situation.Lead.End is null)
            return new Refusal("not-ended");
        var (today, alive) = (situation.Moment.Today, situation with { Lead = situation.Lead with { End = null } });
        return Ownership.Take(
            policy, alive, rule => rule != Rule.Available,
            holding => new LeadReopened(situation.Lead.Id, holding.Owner, today, holding.LastDay(policy.Protection), policyHash),
            goesOn: ended == today && !had.IsOver(policy.Protection, today) ? had : null);
    }
}
