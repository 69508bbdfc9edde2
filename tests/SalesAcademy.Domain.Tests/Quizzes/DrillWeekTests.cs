using SalesAcademy.Domain.Quizzes;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

public sealed class DrillWeekTests
{
    private const int Portion = 5;

    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly DrillSet Whole = new(5, 5);

    [Fact]
    public void Each_day_stands_as_done_missed_today_or_still_to_come()
    {
        var week = Week(today: 2, own: [Whole, DrillSet.None]);

        Assert.Equal([DrillStanding.Done, DrillStanding.Missed, DrillStanding.Today, DrillStanding.Possible, DrillStanding.Possible], Standings(week));
        Assert.Equal((1, 3, false), (week.Done, week.Goal, week.IsReached));
    }

    [Fact]
    public void A_second_set_makes_up_for_the_day_before_and_for_no_other()
    {
        var week = Week(today: 2, own: [DrillSet.None, DrillSet.None, Whole], second: [DrillSet.None, DrillSet.None, new(4, 4)]);

        Assert.Equal([DrillStanding.Missed, DrillStanding.MadeUp, DrillStanding.Done], Standings(week).Take(3));
        Assert.Equal(2, week.Done);
        Assert.Null(week.MissedYesterday);
    }

    [Fact]
    public void A_second_set_left_unfinished_makes_up_for_nothing_yet()
    {
        var week = Week(today: 1, own: [DrillSet.None, Whole], second: [DrillSet.None, new(5, 4)]);

        Assert.Equal(DrillStanding.Missed, Standings(week)[0]);
        Assert.Equal(Monday, week.MissedYesterday);
    }

    [Fact]
    public void Three_days_reach_the_goal_and_then_nothing_needs_to_be_made_up()
    {
        var two = Week(today: 4, own: [Whole, Whole, DrillSet.None, DrillSet.None]);
        var three = Week(today: 4, own: [Whole, Whole, Whole, DrillSet.None]);

        Assert.Equal((false, Monday.AddDays(3)), (two.IsReached, two.MissedYesterday));
        Assert.True(three.IsReached);
        Assert.Null(three.MissedYesterday);
    }

    [Theory, InlineData(5, 3), InlineData(4, 3), InlineData(3, 2), InlineData(2, 2), InlineData(1, 1), InlineData(0, 0)]
    public void The_goal_is_three_fifths_of_the_days_that_ask_something(int asking, int goal) =>
        Assert.Equal(goal, Week(today: 0, asks: [.. Enumerable.Range(0, 5).Select(day => day < asking)]).Goal);

    [Fact]
    public void A_day_that_asked_nothing_is_free_and_not_missed_and_cannot_be_made_up()
    {
        var week = Week(today: 1, asks: [false, true, true, true, true]);

        Assert.Equal(DrillStanding.Free, Standings(week)[0]);
        Assert.Null(week.MissedYesterday);
    }

    [Fact]
    public void A_drill_done_on_a_day_that_turned_out_free_still_counts() =>
        Assert.Equal(1, Week(today: 1, own: [Whole], asks: [false, true, true, true, true]).Done);

    [Theory]
    [InlineData(3, 3, true)]
    [InlineData(3, 2, false)]
    [InlineData(10, 5, true)]
    [InlineData(10, 4, false)]
    [InlineData(0, 0, false)]
    public void A_set_is_finished_when_all_of_it_or_the_portion_of_a_usual_day_is_answered(int asked, int answered, bool finished) =>
        Assert.Equal(finished, new DrillSet(asked, answered).IsFinished(Portion));

    [Fact]
    public void A_goal_out_of_reach_is_said_as_soon_as_the_days_left_are_too_few()
    {
        Assert.True(Week(today: 3).IsWithinReach); // with Wednesday made up
        Assert.False(Week(today: 4).IsWithinReach);
        Assert.False(Week(today: 5).IsWithinReach);
    }

    [Fact]
    public void Nothing_is_made_up_at_the_weekend_or_across_it()
    {
        Assert.Null(Week(today: 5).MissedYesterday);
        Assert.Null(Week(today: 0).MissedYesterday);
    }

    [Theory, InlineData(0), InlineData(3), InlineData(6)]
    public void A_week_begins_on_Monday(int ahead) => Assert.Equal(Monday, DrillWeek.MondayOf(Monday.AddDays(ahead)));

    private static DrillStanding[] Standings(DrillWeek week) => [.. week.Days.Select(day => day.Standing)];

    private static DrillWeek Week(int today, DrillSet[]? own = null, DrillSet[]? second = null, bool[]? asks = null) => DrillWeek.Of(Monday.AddDays(today), Portion,
        [.. Enumerable.Range(0, 5).Select(day => new DrillWorkday(Monday.AddDays(day), asks?[day] ?? true, own?.ElementAtOrDefault(day) ?? DrillSet.None, second?.ElementAtOrDefault(day) ?? DrillSet.None))]);
}
