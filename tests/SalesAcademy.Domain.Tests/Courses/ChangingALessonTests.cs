using SalesAcademy.Domain.Courses;

namespace SalesAcademy.Domain.Tests.Courses;

public sealed class ChangingALessonTests
{
    private static readonly MarkedChange First = new("process", "stages", new DateOnly(2026, 11, 20));
    private static readonly MarkedChange Second = First with { On = new DateOnly(2026, 11, 23) };
    private static readonly MarkedChange Elsewhere = First with { Lesson = "evidence" };

    [Fact]
    public void Nothing_marked_and_nothing_known_is_nothing_to_do() => Assert.True(Steps([]).IsNothing);

    [Fact]
    public void A_mark_nobody_has_seen_is_opened_once()
    {
        Assert.Equal([First], Steps([First]).Open);
        Assert.True(Steps([First], (First, false)).IsNothing);
    }

    [Fact]
    public void A_later_mark_opens_beside_the_earlier_one()
    {
        var steps = Steps([Second], (First, false));

        Assert.Equal([Second], steps.Open);
        Assert.Empty(steps.TakeBack);
    }

    [Fact]
    public void A_mark_that_is_gone_takes_back_every_open_change_of_its_lesson_and_no_other()
    {
        var steps = Steps([Elsewhere], (First, false), (Second, false), (Elsewhere, false));

        Assert.Equal([First, Second], steps.TakeBack);
        Assert.Empty(steps.Open);
    }

    [Fact]
    public void A_mark_that_goes_back_takes_back_only_what_is_later() => Assert.Equal([Second], Steps([First], (First, false), (Second, false)).TakeBack);

    [Fact]
    public void What_was_taken_back_and_is_back_is_the_same_change()
    {
        var steps = Steps([Second], (First, true), (Second, true));

        Assert.Equal([First, Second], steps.OpenAgain);
        Assert.Empty(steps.Open);
    }

    private static ChangeSteps Steps(MarkedChange[] marked, params (MarkedChange Change, bool IsTakenBack)[] known) =>
        ChangeSteps.Decide(marked, known.ToDictionary(one => one.Change, one => one.IsTakenBack));
}
