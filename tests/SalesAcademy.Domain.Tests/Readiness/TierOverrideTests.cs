using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using Xunit;
using static SalesAcademy.Domain.Tests.Readiness.Someone;

namespace SalesAcademy.Domain.Tests.Readiness;

public sealed class TierOverrideTests
{
    [Theory]
    [InlineData(Tier.B, 14, "trial", null)]
    [InlineData(Tier.Shadow, 90, "conduct", null)]
    [InlineData(Tier.Shadow, 366, "conduct", null)]
    [InlineData(Tier.Shadow, 367, "conduct", "override-lowered-too-long")]
    [InlineData(Tier.A, 14, "trial", "override-too-high")]
    [InlineData(Tier.B, 15, "trial", "override-too-long")]
    [InlineData(Tier.B, 0, "trial", "override-dates")]
    [InlineData(Tier.B, 14, " ", "override-without-reason")]
    [InlineData(Tier.C, 14, "trial", "override-no-change")]
    public void A_raise_is_small_and_short_a_lowering_free_and_both_have_a_reason_and_an_end(
        Tier to, int days, string reason, string? refusal) =>
        Assert.Equal(refusal, Refusal(Decide(Wish(to, days), reason)));

    [Fact]
    public void Hard_gates_still_apply() =>
        Assert.Equal("override-hard-gate", Refusal(Decide(Wish(Tier.B, 5), "trial", Tier.C)));

    [Fact]
    public void Nobody_overrides_their_own_tier() =>
        Assert.Equal("override-own-tier", Refusal(Decide(Wish(Tier.B, 5) with { By = Seller }, "trial")));

    [Theory]
    [InlineData(Tier.C, Tier.A, 0, Tier.B)]
    [InlineData(Tier.C, Tier.C, 0, Tier.C)]
    [InlineData(Tier.Shadow, Tier.A, 0, Tier.C)]
    [InlineData(Tier.C, Tier.A, 4, Tier.B)]
    [InlineData(Tier.C, Tier.A, 5, Tier.C)]
    [InlineData(Tier.C, Tier.A, -1, Tier.C)]
    public void It_holds_within_gates_and_one_tier_and_expires_by_itself(Tier stepped, Tier allowed, int day, Tier expected) =>
        Assert.Equal(expected, TierOverride.Effective(Policy, stepped, allowed, Wish(Tier.B, 5), Today.AddDays(day)));

    [Fact]
    public void What_stands_is_ended_by_the_tier_of_the_evidence()
    {
        var ended = Wish(Tier.C, 1);

        Assert.Equal("override-no-change", Refusal(TierOverride.Decide(Policy, Seller, Tier.C, Tier.Enterprise, ended, "done", Today)));
        Assert.Null(Refusal(TierOverride.Decide(Policy, Seller, Tier.C, Tier.Enterprise, ended, "done", Today, standing: Wish(Tier.Shadow, 90))));
        Assert.Equal("override-no-change", Refusal(TierOverride.Decide(Policy, Seller, Tier.C, Tier.Enterprise, ended, "done", Today, standing: ended)));
    }

    private static TierOverride Wish(Tier to, int days) => new(to, Today, Today.AddDays(days - 1), Coach);

    private static Decision<TierOverride> Decide(TierOverride wish, string reason, Tier allowed = Tier.Enterprise) =>
        TierOverride.Decide(Policy, Seller, Tier.C, allowed, wish, reason, Today);

    private static string? Refusal(Decision<TierOverride> decision) => (decision as Refused<TierOverride>)?.Reason.Key;
}
