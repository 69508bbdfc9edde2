using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

public sealed class ContestTests
{
    private static readonly DateTime Ended = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Rep = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Manager = new("00000000-0000-0000-0000-000000000002");

    [Theory]
    [InlineData(0, 30, false, "because", null)]
    [InlineData(0.99, 30, false, "because", null)]
    [InlineData(1, 0, false, "because", "contest-full")]
    [InlineData(0, 31, false, "because", "contest-late")]
    [InlineData(0, 0, true, "because", "contest-again")]
    [InlineData(0, 0, false, " ", "contest-without-reason")]
    public void A_mark_may_be_contested_once_with_a_reason_within_thirty_days(double score, int days, bool before, string reason, string? refused) =>
        Assert.Equal(refused, (Contest.Raise(score, Ended, before, reason, Ended.AddDays(days)) as Refused<Done>)?.Reason.Key);

    [Fact]
    public void The_last_instant_of_the_window_still_counts()
    {
        Assert.IsType<Accepted<Done>>(Contest.Raise(0, Ended, isContested: false, "because", Ended + Contest.Window));
        Assert.IsType<Refused<Done>>(Contest.Raise(0, Ended, isContested: false, "because", Ended + Contest.Window + TimeSpan.FromTicks(1)));
        Assert.IsType<Refused<Done>>(Contest.Raise(0, Ended, isContested: false, new string('x', Contest.LongestReason + 1), Ended));
    }

    [Theory]
    [InlineData(0.5, null, 0.5)]
    [InlineData(0.5, 0.51, 0.51)]
    [InlineData(0.5, 1.0, 1.0)]
    public void A_decision_raises_the_mark_or_lets_it_stand(double before, double? granted, double after) =>
        Assert.Equal(after, Assert.IsType<Accepted<double>>(Contest.Decide(Rep, Manager, isDecided: false, before, granted, "because")).Value);

    [Theory]
    [InlineData(false, false, 0.5, "because", "contest-score")]
    [InlineData(false, false, 0.4, "because", "contest-score")]
    [InlineData(false, false, 1.01, "because", "contest-score")]
    [InlineData(false, false, double.NaN, "because", "contest-score")]
    [InlineData(false, false, 1.0, "", "contest-without-reason")]
    [InlineData(false, true, 1.0, "because", "contest-decided")]
    [InlineData(true, false, 1.0, "because", "contest-own")]
    public void A_decision_is_another_persons_once_upwards_and_with_a_reason(bool own, bool decided, double granted, string reason, string refused) =>
        Assert.Equal(refused, Assert.IsType<Refused<double>>(Contest.Decide(Rep, own ? Rep : Manager, decided, 0.5, granted, reason)).Reason.Key);
}
