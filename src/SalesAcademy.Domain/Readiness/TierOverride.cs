using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Readiness;

/// <summary>A human's correction of a seller's tier, for a stated reason and a limited time; shown beside the tier wherever it is shown (model.md section 5).</summary>
/// <param name="To">The tier to hold.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="By">Who decided.</param>
public sealed record TierOverride(Tier To, DateOnly From, DateOnly Until, Guid By)
{
    /// <summary>The most days that a lowering lasts before somebody looks at it again.</summary>
    public const int LongestLowering = 366;

    /// <summary>
    /// Accepts a lowering to any tier for a year at most, the stepped tier itself where that ends what stands, and a raise by at most the policy's tiers and days (1 and 14, both ends counted) within the hard
    /// gates. Refused: one's own tier, no reason, an end before the start, a start in the past, no change.
    /// </summary>
    /// <param name="policy">How far and how long a raise may go.</param>
    /// <param name="seller">Whose tier.</param>
    /// <param name="stepped">The tier by the daily step.</param>
    /// <param name="allowed">h, the highest tier the hard gates allow today.</param>
    /// <param name="wish">What is asked for.</param>
    /// <param name="reason">Why, in words; kept by the caller in an erasable row.</param>
    /// <param name="today">The tenant-local day.</param>
    /// <param name="standing">The override that stands today, if any.</param>
    public static Decision<TierOverride> Decide(
        ReadinessPolicy policy, Guid seller, Tier stepped, Tier allowed, TierOverride wish, string reason, DateOnly today, TierOverride? standing = null)
    {
        if (wish.By == seller)
            return new Refusal("override-own-tier");
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("override-without-reason");
        if (wish.From < today || wish.Until < wish.From)
            return new Refusal("override-dates", wish.From, wish.Until);
        if (wish.To == stepped)
            return standing is not null && standing.To != stepped ? wish : new Refusal("override-no-change", stepped);
        if (wish.To < stepped)
            return wish.Until.DayNumber - wish.From.DayNumber < LongestLowering ? wish : new Refusal("override-lowered-too-long", LongestLowering);
        if (wish.To - stepped > policy.OverrideRaise)
            return new Refusal("override-too-high", policy.OverrideRaise);
        if (wish.Until.DayNumber - wish.From.DayNumber >= policy.OverrideDays)
            return new Refusal("override-too-long", policy.OverrideDays);
        return wish.To > allowed ? new Refusal("override-hard-gate", allowed) : wish;
    }

    /// <summary>The tier that leads are given by on a day: a raise never lifts above the hard gates of that day nor further above the stepped tier than the policy allows.</summary>
    public static Tier Effective(ReadinessPolicy policy, Tier stepped, Tier allowed, TierOverride? standing, DateOnly day)
    {
        if (standing is null || day < standing.From || day > standing.Until)
            return stepped;
        var highest = (Tier)Math.Min((int)allowed, (int)stepped + policy.OverrideRaise);
        return standing.To < highest ? standing.To : highest;
    }
}
