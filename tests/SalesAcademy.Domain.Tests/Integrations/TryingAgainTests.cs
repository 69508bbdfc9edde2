using SalesAcademy.Domain.Integrations;

namespace SalesAcademy.Domain.Tests.Integrations;

public sealed class TryingAgainTests
{
    [Fact]
    public void The_waits_are_those_of_the_schedule_and_the_last_try_is_the_tenth()
    {
        var waits = Enumerable.Range(1, RetrySchedule.Tries).Select(tries => RetrySchedule.After(tries, 0));

        Assert.Equal(
            [
                TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14),
                TimeSpan.FromHours(20), TimeSpan.FromHours(24), null,
            ],
            waits);
    }

    [Fact]
    public void Deliveries_are_spread_over_a_tenth_of_the_wait_and_none_comes_early()
    {
        var waits = Enumerable.Range(0, 256).Select(spread => RetrySchedule.After(2, spread)!.Value).ToArray(); // the second wait exists

        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5.5)));
        Assert.Equal(11, waits.Distinct().Count());
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(10), InlineData(int.MaxValue)]
    public void Before_the_first_failure_and_behind_the_last_there_is_no_wait(int tries) => Assert.Null(RetrySchedule.After(tries, 3));
}
