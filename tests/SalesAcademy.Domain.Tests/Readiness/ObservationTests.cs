using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using Xunit;
using static SalesAcademy.Domain.Tests.Readiness.Someone;

namespace SalesAcademy.Domain.Tests.Readiness;

public sealed class ObservationTests
{
    [Fact]
    public void Nobody_rates_themselves()
    {
        var refused = Assert.IsType<Refused<Observation>>(Observation.Decide(Seller, Of(Seller, 0)));

        Assert.Equal("self-rating", refused.Reason.Key);
        Assert.Empty(Counted(Of(Seller, 0)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_level_off_the_scale_is_refused(int level) =>
        Assert.Equal("level-off-scale", Assert.IsType<Refused<Observation>>(
            Observation.Decide(Seller, Of(Coach, 0) with { Level = level })).Reason.Key);

    [Fact]
    public void A_rating_by_a_coach_is_accepted() =>
        Assert.IsType<Accepted<Observation>>(Observation.Decide(Seller, Of(Coach, 0)));

    [Fact]
    public void Of_one_rater_the_latest_in_any_seven_days_counts() =>
        Assert.Equal([0, 7, 14], Counted([.. Enumerable.Range(0, 20).Select(ago => Of(Coach, ago))]).Select(o => o.Age(Today)));

    [Fact]
    public void Of_one_day_the_last_counts() =>
        Assert.Equal(2, Assert.Single(Counted(Of(Coach, 3) with { Order = 1 }, Of(Coach, 3) with { Order = 2 })).Order);

    [Fact]
    public void Two_raters_and_two_competencies_do_not_displace_each_other() =>
        Assert.Equal(3, Counted(Of(Coach, 1), Of(Mentor, 2), Of(Coach, 2) with { Competency = "other" }).Count);

    [Fact]
    public void An_observation_counts_through_its_365th_day() =>
        Assert.Equal(365, Assert.Single(Counted(Of(Coach, 365), Of(Coach, 373))).Age(Today));

    [Fact]
    public void A_past_day_does_not_know_what_came_after() => Assert.Empty(Counted(Of(Coach, -1)));

    private static IReadOnlyList<Observation> Counted(params Observation[] observations) =>
        Observation.Counted(observations, Seller, Today, 365);

    private static Observation Of(Guid rater, int daysAgo) => new("process", rater, 3, Today.AddDays(-daysAgo), 0);
}
