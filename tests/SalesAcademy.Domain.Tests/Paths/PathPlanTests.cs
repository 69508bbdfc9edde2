using SalesAcademy.Domain.Paths;

namespace SalesAcademy.Domain.Tests.Paths;

public sealed class PathPlanTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public void Day_one_is_the_start_date()
    {
        Assert.Equal(Monday, PathPlan.DueOn(Monday, 1));
        Assert.Equal(new DateOnly(2026, 12, 7), PathPlan.DueOn(Monday, 15));
        Assert.Throws<ArgumentOutOfRangeException>(() => PathPlan.DueOn(Monday, 0));
    }

    [Fact]
    public void Nobody_begins_overdue()
    {
        Assert.Equal(Monday, PathPlan.StartOf(hiredOn: Monday.AddDays(-400), joinedOn: Monday));
        Assert.Equal(Monday.AddDays(7), PathPlan.StartOf(hiredOn: Monday.AddDays(7), joinedOn: Monday));
    }

    [Theory, InlineData(0), InlineData(3), InlineData(6)]
    public void A_week_ends_on_its_Sunday(int days) => Assert.Equal(new DateOnly(2026, 11, 29), PathPlan.EndOfWeek(Monday.AddDays(days)));

    [Theory]
    [InlineData(0, false, true), InlineData(2, false, true), InlineData(3, false, false), InlineData(-1, true, false)]
    public void The_due_day_itself_is_in_time(int daysLeft, bool overdue, bool soon)
    {
        var standing = StepStanding.Of(Monday.AddDays(daysLeft), done: false, begun: false, opened: true, Monday);

        Assert.Equal((StepState.Open, overdue, soon), (standing.State, standing.IsOverdue, standing.IsDueSoon));
    }

    [Fact]
    public void What_is_done_is_neither_late_nor_locked()
    {
        var standing = StepStanding.Of(Monday.AddDays(-30), done: true, begun: true, opened: false, Monday);

        Assert.Equal((StepState.Done, false, false), (standing.State, standing.IsOverdue, standing.IsDueSoon));
        Assert.Equal(StepState.Locked, StepStanding.Of(Monday, done: false, begun: false, opened: false, Monday).State);
        Assert.Equal(StepState.Locked, StepStanding.Of(Monday, done: false, begun: true, opened: false, Monday).State);
        Assert.Equal(StepState.InProgress, StepStanding.Of(Monday, done: false, begun: true, opened: true, Monday).State);
    }
}
