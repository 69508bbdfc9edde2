using SalesAcademy.Domain.Quizzes;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

public sealed class ReviewPolicyTests
{
    private static readonly DateTime Noon = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    private static readonly ReviewStanding Open = new(EndedAt: null, Closes: null, Settled: false), Ended = Open with { EndedAt = Noon }, Settled = Ended with { Settled = true };

    private static readonly ReviewPolicy Each = new(
        During: ReviewItems.None, After: ReviewItems.Marks, Later: ReviewItems.Answers, Closed: ReviewItems.Key, Passed: ReviewItems.Feedback, LaterAfter: TimeSpan.FromHours(2));

    [Fact]
    public void The_usual_ways_keep_their_meaning()
    {
        Assert.Equal((ReviewItems.All, ReviewItems.All), (Shows(ReviewPolicy.AfterEachAnswer, Open), Shows(ReviewPolicy.AfterEachAnswer, Ended)));
        Assert.Equal((ReviewItems.None, ReviewItems.All), (Shows(ReviewPolicy.WhenSubmitted, Open), Shows(ReviewPolicy.WhenSubmitted, Ended)));
        Assert.Equal((ReviewItems.None, ReviewItems.Marks, ReviewItems.All), (Shows(ReviewPolicy.WhenPassed, Open), Shows(ReviewPolicy.WhenPassed, Ended), Shows(ReviewPolicy.WhenPassed, Settled)));
        Assert.Equal((ReviewItems.None, ReviewItems.None, ReviewItems.None), (Shows(ReviewPolicy.Never, Open), Shows(ReviewPolicy.Never, Ended), Shows(ReviewPolicy.Never, Settled)));
    }

    [Fact]
    public void Later_begins_to_the_second()
    {
        Assert.Equal(ReviewItems.Marks, Each.Shows(Ended, Noon.AddHours(2).AddSeconds(-1)));
        Assert.Equal(ReviewItems.Marks | ReviewItems.Answers, Each.Shows(Ended, Noon.AddHours(2)));
    }

    [Fact]
    public void Closing_opens_to_the_second_and_never_where_nothing_closes()
    {
        var closing = Ended with { Closes = Noon.AddHours(1) };

        Assert.Equal(ReviewItems.Marks, Each.Shows(closing, Noon.AddHours(1).AddSeconds(-1)));
        Assert.Equal(ReviewItems.Marks | ReviewItems.Key, Each.Shows(closing, Noon.AddHours(1)));
        Assert.False(Each.Shows(Ended, DateTime.MaxValue).HasFlag(ReviewItems.Key));
    }

    [Fact]
    public void An_open_attempt_shows_nothing_but_what_follows_each_answer_however_late_and_whatever_was_passed_before()
    {
        var late = new ReviewStanding(EndedAt: null, Closes: Noon, Settled: true);

        Assert.Equal(ReviewItems.None, Each.Shows(late, Noon.AddYears(1)));
        Assert.Equal(ReviewItems.Marks, (Each with { During = ReviewItems.Marks }).Shows(late, Noon.AddYears(1)));
    }

    [Fact]
    public void What_was_open_stays_open()
    {
        var shown = ReviewItems.None;
        foreach (var (standing, now) in (IEnumerable<(ReviewStanding, DateTime)>)[(Ended, Noon), (Ended, Noon.AddHours(2)), (Settled, Noon.AddHours(2)), (Settled with { Closes = Noon.AddHours(3) }, Noon.AddHours(3))])
        {
            var more = Each.Shows(standing, now);
            Assert.Equal(shown, shown & more);
            Assert.NotEqual(shown, more);
            shown = more;
        }

        Assert.Equal(ReviewItems.All, shown);
    }

    [Fact]
    public void What_only_the_pass_opened_closes_again_to_the_second_and_is_not_said_to_be_ahead()
    {
        var renewed = Settled with { SettledUntil = Noon.AddDays(30) };

        Assert.Equal(ReviewItems.All, ReviewPolicy.WhenPassed.Shows(renewed, Noon.AddDays(30).AddSeconds(-1)));
        Assert.Equal(ReviewItems.Marks, ReviewPolicy.WhenPassed.Shows(renewed, Noon.AddDays(30)));
        Assert.Equal(Noon.AddDays(30), ReviewPolicy.WhenPassed.ClosesAgain(renewed, Noon));
        Assert.Equal(Noon.AddDays(30), ReviewPolicy.WhenPassed.ClosesAgain(renewed, Noon.AddDays(40)));
        Assert.Empty(ReviewPolicy.WhenPassed.Ahead(renewed, Noon.AddDays(40)));
        Assert.Equal(ReviewItems.All, ReviewPolicy.WhenSubmitted.Shows(renewed, Noon.AddDays(40)));
        Assert.Null(ReviewPolicy.WhenSubmitted.ClosesAgain(renewed, Noon.AddDays(40)));
        Assert.Null(ReviewPolicy.WhenPassed.ClosesAgain(Ended, Noon));
    }

    [Fact]
    public void An_answer_is_final_at_once_where_anything_follows_it()
    {
        Assert.True(ReviewPolicy.AfterEachAnswer.IsCommittedAtOnce);
        Assert.True((Each with { During = ReviewItems.Marks }).IsCommittedAtOnce);
        Assert.False(Each.IsCommittedAtOnce);
    }

    [Fact]
    public void What_is_ahead_is_what_will_show_more()
    {
        Assert.Equal([ReviewMoment.Later, ReviewMoment.Closed, ReviewMoment.Passed], Each.Ahead(Ended, Noon));
        Assert.Equal([ReviewMoment.Closed], Each.Ahead(Settled, Noon.AddHours(2)));
        Assert.Empty((Each with { After = ReviewItems.All }).Ahead(Ended, Noon));
    }

    private static ReviewItems Shows(ReviewPolicy policy, ReviewStanding standing) => policy.Shows(standing, Noon);
}
