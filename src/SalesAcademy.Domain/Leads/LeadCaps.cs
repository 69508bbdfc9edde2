using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Domain.Leads;

/// <summary>How many leads a tier may take and hold (model.md section 6).</summary>
public static class LeadCaps
{
    /// <summary>The length of the rolling window of the weekly cap.</summary>
    public static TimeSpan Week { get; } = TimeSpan.FromDays(7);

    /// <summary>Leads in any 7 days.</summary>
    public static int Weekly(this LeadPolicy policy, Tier tier) => policy.WeeklyCap[(int)tier];

    /// <summary>Leads held at once.</summary>
    public static int Open(this LeadPolicy policy, Tier tier) => policy.OpenCapFactor * policy.Weekly(tier);
}
