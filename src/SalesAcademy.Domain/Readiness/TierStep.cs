using System.Runtime.InteropServices;

namespace SalesAcademy.Domain.Readiness;

/// <summary>Where a seller stands: the tier, and for how many days in a row readiness has been under its threshold.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TierState(Tier Tier, int Below);

/// <summary>What a tier is decided on one day. The lists have one entry per tier and hold for that tier alone; index 0 is not read.</summary>
/// <param name="Readiness">R, 0..1.</param>
/// <param name="Low">lo, 0..1.</param>
/// <param name="Hard">hard_k.</param>
/// <param name="Entry">entry_k.</param>
public sealed record TierDay(double Readiness, double Low, IReadOnlyList<bool> Hard, IReadOnlyList<bool> Entry)
{
    /// <summary>h, the highest tier with this and all lower hard gates.</summary>
    public Tier Allowed => Reached(Hard);

    internal Tier Entered => Reached(Entry);

    private static Tier Reached(IReadOnlyList<bool> holds) => (Tier)holds.Skip(1).TakeWhile(held => held).Count();
}

/// <summary>Why a tier is what it is after a day.</summary>
public enum TierReason
{
    /// <summary>Nothing changed.</summary>
    Keep,

    /// <summary>Readiness is under the threshold, the days of grace run.</summary>
    Grace,

    /// <summary>The low end of readiness and all gates opened a higher tier.</summary>
    Promoted,

    /// <summary>A hard gate fell.</summary>
    Gate,

    /// <summary>Readiness stayed under the threshold through the days of grace.</summary>
    Faded,
}

/// <summary>
/// The daily step of the tier: up on the low end of the interval, down on readiness itself after the days of grace, at once where a
/// hard gate falls (model.md section 5). It is taken once per tenant-local day; missed days are taken one by one.
/// </summary>
public static class TierStep
{
    /// <summary>The tier after one more day.</summary>
    /// <param name="state">Where the seller stood.</param>
    /// <param name="day">The day's facts.</param>
    /// <param name="thresholds">T, index = tier.</param>
    /// <param name="graceDays">Days under the threshold after which the tier is lost.</param>
    public static (TierState State, TierReason Reason) Next(
        TierState state, TierDay day, IReadOnlyList<double> thresholds, int graceDays = 7)
    {
        if (state.Tier > day.Allowed)
            return (new TierState(day.Allowed, 0), TierReason.Gate);
        var up = Highest(Min(day.Allowed, day.Entered), day.Low);
        if (up > state.Tier)
            return (new TierState(up, 0), TierReason.Promoted);
        if (state.Tier == Tier.Shadow || day.Readiness >= thresholds[(int)state.Tier])
            return (state with { Below = 0 }, TierReason.Keep);
        return state.Below + 1 < graceDays
            ? (state with { Below = state.Below + 1 }, TierReason.Grace)
            : (new TierState(Highest(state.Tier - 1, day.Readiness), 0), TierReason.Faded);

        Tier Highest(Tier most, double score)
        {
            var tier = most;
            while (tier > Tier.Shadow && score < thresholds[(int)tier])
                tier--;
            return tier;
        }
    }

    private static Tier Min(Tier a, Tier b) => a < b ? a : b;
}
