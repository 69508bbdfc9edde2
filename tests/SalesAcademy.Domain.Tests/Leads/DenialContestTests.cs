using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class DenialContestTests
{
    private static readonly DateTime Decided = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData(true, false, 0, "Wrong", null)]
    [InlineData(false, false, 0, "Wrong", "denial-none")]
    [InlineData(true, true, 0, "Wrong", "denial-again")]
    [InlineData(true, false, 0, "  ", "denial-without-reason")]
    [InlineData(true, false, 14, "Wrong", null)]
    [InlineData(true, false, 14.01, "Wrong", "denial-late")]
    public void A_denial_is_contested_once_in_its_window_with_a_reason(bool denied, bool contested, double days, string reason, string? refused)
    {
        var decision = DenialContest.Raise(denied, Decided, contested, reason, Decided.AddDays(days), Today);

        Assert.Equal(refused, (decision as Refused<DateOnly>)?.Reason.Key);
        if (refused is null)
            Assert.Equal(Today.AddDays(7), ((Accepted<DateOnly>)decision).Value);
    }

    [Fact]
    public void A_reason_may_be_a_thousand_characters_long_and_no_longer()
    {
        Assert.IsType<Accepted<DateOnly>>(DenialContest.Raise(true, Decided, false, new string('x', 1000), Decided, Today));
        Assert.IsType<Refused<DateOnly>>(DenialContest.Raise(true, Decided, false, new string('x', 1001), Decided, Today));
    }

    [Theory]
    [InlineData(false, false, "Right", null)]
    [InlineData(true, false, "Right", "denial-own")]
    [InlineData(false, true, "Right", "denial-decided")]
    [InlineData(false, false, "", "denial-without-reason")]
    public void Somebody_else_decides_once_and_with_a_reason(bool own, bool decided, string reason, string? refused)
    {
        var (person, decider) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        Assert.Equal(refused, (DenialContest.Decide(person, own ? person : decider, decided, reason) as Refused<Done>)?.Reason.Key);
    }
}
