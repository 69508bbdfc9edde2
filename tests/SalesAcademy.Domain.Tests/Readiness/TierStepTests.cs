using SalesAcademy.Domain.Readiness;
using Xunit;

namespace SalesAcademy.Domain.Tests.Readiness;

public sealed class TierStepTests
{
    private static readonly bool[] All = [true, true, true, true, true];

    [Fact]
    public void Golden_vector_V6_a_career_of_twenty_days()
    {
        TierDay[] days =
        [
            Of(.53, .49), Of(.58, .52), Of(.71, .66), Of(.80, .76) with { Entry = Without(3) }, Of(.80, .76),
            .. Enumerable.Repeat(Of(.745, .70), 6), Of(.752, .71), .. Enumerable.Repeat(Of(.74, .69), 7),
            Of(.69, .64) with { Hard = Without(2) },
        ];

        var state = new TierState(Tier.Shadow, 0);
        var story = new List<(int, TierReason)>();
        foreach (var day in days)
        {
            (state, var reason) = TierStep.Next(state, day, RoleProfile.DefaultThresholds);
            story.Add(((int)state.Tier, reason));
        }

        Assert.Equal(
            [
                (0, TierReason.Keep), (1, TierReason.Promoted), (2, TierReason.Promoted), (2, TierReason.Keep), (3, TierReason.Promoted),
                .. Enumerable.Repeat((3, TierReason.Grace), 6), (3, TierReason.Keep), .. Enumerable.Repeat((3, TierReason.Grace), 6),
                (2, TierReason.Faded), (1, TierReason.Gate),
            ],
            story);
    }

    [Fact]
    public void Nobody_enters_on_the_mean_alone()
    {
        var (state, _) = TierStep.Next(new(Tier.C, 0), Of(.99, .64), RoleProfile.DefaultThresholds);

        Assert.Equal(Tier.C, state.Tier);
    }

    [Fact]
    public void A_failed_lower_gate_closes_the_higher_tiers_too() =>
        Assert.Equal(Tier.Shadow, (Of(1, 1) with { Hard = Without(1) }).Allowed);

    private static TierDay Of(double readiness, double low) => new(readiness, low, All, All);

    private static bool[] Without(int tier) => [.. All.Select((_, k) => k != tier)];
}
