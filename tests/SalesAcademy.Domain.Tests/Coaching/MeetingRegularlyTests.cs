using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Coaching;

public sealed class MeetingRegularlyTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly DateOnly Tuesday = new(2026, 12, 1);
    private static readonly DayOfWeek[] Weekend = [DayOfWeek.Saturday, DayOfWeek.Sunday];
    private static readonly Cadence Fortnightly = new(Tuesday, 2, new TimeOnly(10, 0), 30);

    [Theory, InlineData(DayOfWeek.Tuesday, 24), InlineData(DayOfWeek.Sunday, 29), InlineData(DayOfWeek.Monday, 30)]
    public void It_begins_on_the_first_such_weekday_after_today(DayOfWeek weekday, int day)
    {
        var decided = Cadence.Decide(2, weekday, new TimeOnly(10, 0), 30, Monday);

        Assert.Equal(new DateOnly(2026, 11, day), Assert.IsType<Accepted<Cadence>>(decided).Value.First);
    }

    [Theory, InlineData(0, DayOfWeek.Monday, 30, "weeks-off"), InlineData(13, DayOfWeek.Monday, 30, "weeks-off"), InlineData(1, null, 30, "time-needed"), InlineData(1, (DayOfWeek)9, 30, "time-needed"), InlineData(1, DayOfWeek.Monday, 4, "minutes-off")]
    public void What_is_no_cadence_is_refused(int weeks, DayOfWeek? weekday, int minutes, string reason) =>
        Assert.Equal(reason, Assert.IsType<Refused<Cadence>>(Cadence.Decide(weeks, weekday, new TimeOnly(10, 0), minutes, Monday)).Reason.Key);

    [Theory, InlineData(-60, 0), InlineData(0, 0), InlineData(1, 14), InlineData(14, 14), InlineData(15, 28), InlineData(364, 364)]
    public void The_next_one_lies_whole_turns_after_the_first(int daysAfter, int expected) => Assert.Equal(Tuesday.AddDays(expected), Fortnightly.NextFrom(Tuesday.AddDays(daysAfter)));

    [Theory]
    [InlineData(2, DayOfWeek.Tuesday, 0)] // another time of day only: on the days it had
    [InlineData(2, DayOfWeek.Thursday, 2)] // in the week it was due in
    [InlineData(1, DayOfWeek.Monday, 6)] // that week's Monday is over: a week after it
    [InlineData(1, DayOfWeek.Tuesday, 0)] // more often from the next one on
    public void A_change_keeps_the_week_it_was_due_in(int weeks, DayOfWeek weekday, int daysAfter)
    {
        var other = Assert.IsType<Accepted<Cadence>>(Cadence.Decide(weeks, weekday, new TimeOnly(15, 0), 20, Monday.AddDays(7))).Value;

        var changed = Fortnightly.ChangedTo(other, Tuesday.AddDays(-1));

        Assert.Equal((Tuesday.AddDays(daysAfter), weeks, new TimeOnly(15, 0), 20), (changed.First, changed.Weeks, changed.At, changed.Minutes));
    }

    [Fact]
    public void It_moves_out_of_days_off_past_a_weekend_and_not_beyond_the_next()
    {
        Assert.Equal(Tuesday, First((Tuesday.AddDays(1), Tuesday.AddDays(9))));
        Assert.Equal(Tuesday.AddDays(2), First((Tuesday, Tuesday), (Tuesday.AddDays(1), Tuesday.AddDays(1))));
        Assert.Equal(new DateOnly(2026, 12, 7), First((Tuesday.AddDays(-3), Tuesday.AddDays(3))));
        Assert.Equal(new DateOnly(2026, 12, 14), First((Tuesday, Tuesday.AddDays(12))));
        Assert.Null(First((Tuesday, Tuesday.AddDays(13))));

        static DateOnly? First(params (DateOnly, DateOnly)[] away) => Fortnightly.DaysFor(Tuesday, away, Weekend).Select(day => (DateOnly?)day).FirstOrDefault();
    }

    [Fact]
    public void Who_meets_on_a_weekend_by_choice_does_so() => Assert.Equal(Monday.AddDays(5), (Fortnightly with { First = Monday.AddDays(5) }).DaysFor(Monday.AddDays(5), [], Weekend).First());

    [Fact]
    public void Those_of_one_day_follow_one_another_until_it_is_evening()
    {
        var late = Fortnightly with { At = new TimeOnly(18, 15), Minutes = 45 };

        Assert.Equal([new(18, 15), new TimeOnly(19, 0)], late.TimesOn(Tuesday, new QuietHours(new TimeOnly(20, 0), new TimeOnly(8, 0), [])));
        Assert.Equal(7, late.TimesOn(Tuesday, QuietHours.None).Count());
        Assert.Equal([new TimeOnly(21, 0)], (late with { At = new TimeOnly(21, 0) }).TimesOn(Tuesday, new QuietHours(new TimeOnly(20, 0), new TimeOnly(8, 0), [])));
    }
}
