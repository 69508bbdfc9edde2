namespace SalesAcademy.Domain.Leads;

/// <summary>Who owns a lead and until when: no owned lead is without a last day unless an opportunity is open (model.md section 6, protect).</summary>
/// <param name="Owner">Who.</param>
/// <param name="Since">The local day it was taken.</param>
/// <param name="Earned">ret, the day up to which care has earned protection; the maximum is not yet applied.</param>
/// <param name="OpportunityOpen">An open opportunity suspends the return.</param>
public sealed record Holding(Guid Owner, DateOnly Since, DateOnly Earned, bool OpportunityOpen = false)
{
    /// <summary>A lead taken on a day.</summary>
    public static Holding Start(ProtectionRule rule, Guid owner, DateOnly day) => new(owner, day, day.AddDays(rule.Days));

    /// <summary>The last day of protection by the rule, the maximum applied; the lead goes back when this day is over.</summary>
    public DateOnly LastDay(ProtectionRule rule)
    {
        var hard = Since.AddDays(rule.Maximum);
        return Earned < hard ? Earned : hard;
    }

    /// <summary>The last day, or null while an open opportunity suspends the return.</summary>
    public DateOnly? ReturnDay(ProtectionRule rule) => OpportunityOpen ? null : LastDay(rule);

    /// <summary>The day on which the owner is told that the return is near.</summary>
    public DateOnly? NoticeDay(ProtectionRule rule) => ReturnDay(rule)?.AddDays(-rule.Notice);

    /// <summary>Whether the lead should have gone back before a day.</summary>
    public bool IsOver(ProtectionRule rule, DateOnly today) => ReturnDay(rule) < today;

    /// <summary>After a follow-up: protection reaches some days past it, never less than before. One outside the protected days changes nothing.</summary>
    public Holding FollowedUp(ProtectionRule rule, DateOnly day)
    {
        var reach = day.AddDays(rule.FollowUp);
        var valid = day >= Since && (OpportunityOpen || day <= Earned);
        return valid && reach > Earned ? this with { Earned = reach } : this;
    }
}
