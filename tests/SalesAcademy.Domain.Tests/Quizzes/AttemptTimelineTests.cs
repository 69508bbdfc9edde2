using SalesAcademy.Domain.Quizzes;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

public sealed class AttemptTimelineTests
{
    private static readonly DateTime Start = new(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_leaving_and_the_return_to_the_same_question_are_one_line() =>
        Assert.Equal([new(At(10), SignalKind.Left, 3, TimeSpan.FromSeconds(65))], AttemptTimeline.Of([new(At(10), SignalKind.Left, 3), new(At(75), SignalKind.Returned, 3)]));

    [Fact]
    public void A_note_that_was_lost_leaves_the_other_alone() => Assert.Equal(
        [new(At(1), SignalKind.Left, 1, null), new(At(5), SignalKind.Left, 2, TimeSpan.FromSeconds(2)), new(At(9), SignalKind.Returned, 4, null)],
        AttemptTimeline.Of([new(At(1), SignalKind.Left, 1), new(At(5), SignalKind.Left, 2), new(At(7), SignalKind.Returned, 2), new(At(9), SignalKind.Returned, 4)]));

    [Fact]
    public void The_first_browser_is_no_change_and_every_later_one_is() => Assert.Equal(
        [new(At(5), SignalKind.Device, 2, null), new AttemptMoment(At(9), SignalKind.Device, 3, null)],
        AttemptTimeline.Of([new(At(1), SignalKind.Device, 1), new(At(5), SignalKind.Device, 2), new(At(9), SignalKind.Device, 3)]));

    [Fact]
    public void The_time_of_an_answer_runs_from_the_one_saved_before_it()
    {
        Assert.Equal(
            [new(2, At(30), TimeSpan.FromSeconds(30)), new(1, At(100), TimeSpan.FromSeconds(70)), new AnswerTime(3, At(100), TimeSpan.Zero)],
            AttemptTimeline.Times(Start, [(3, At(100)), (1, At(100)), (2, At(30))]));
        Assert.Empty(AttemptTimeline.Times(Start, []));
    }

    private static DateTime At(int seconds) => Start.AddSeconds(seconds);
}
