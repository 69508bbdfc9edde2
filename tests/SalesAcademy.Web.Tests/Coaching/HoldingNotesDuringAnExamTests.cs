using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Tests.Coaching;

public sealed class HoldingNotesDuringAnExamTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Notes_wait_until_the_quiz_is_graded_and_then_arrive_once_and_in_order(Store store)
    {
        await using var floor = await Floor.Open(store);
        using var mei = await floor.App.SignIn(floor.Mei);
        using var ana = await floor.App.SignIn(floor.Ana);
        var attempt = await floor.StartExam(floor.Ana);

        var before = await mei.Open($"/coaching/board/{floor.Ana}");
        Assert.Contains("Deliver after submit", before, StringComparison.Ordinal);
        Assert.True((await floor.Send(floor.Mei, floor.Ana, "Held one.")).Held);
        Assert.True((await floor.Send(floor.Mei, floor.Ana, "Held two.")).Held);
        Assert.Contains("Held until submit", await mei.Open($"/coaching/board/{floor.Ana}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Held", await Floor.Since(ana, 0, floor.LessonKey), StringComparison.Ordinal);
        Assert.DoesNotContain("Held", await ana.Open("/coaching/notes"), StringComparison.Ordinal);
        await floor.Grade(floor.Ana, attempt);

        var page = await Floor.Since(ana, 0, floor.LessonKey);
        Assert.True(page.IndexOf("Held one.", StringComparison.Ordinal) is > 0 and var first && first < page.IndexOf("Held two.", StringComparison.Ordinal));
        Assert.DoesNotContain("Held", await Floor.Since(ana, Floor.Last(page), floor.LessonKey), StringComparison.Ordinal);
        var released = Assert.Single(await floor.App.Events(), e => e.Type == "notes-released");
        Assert.Equal((await floor.Notes()).Select(n => n.Id), ((NotesReleased)Web.Shared.Ledger.EventTrunk.Read(released)).Notes);
        Assert.False((await floor.Send(floor.Mei, floor.Ana, "At once.")).Held);
    }

    [Fact]
    public async Task An_attempt_that_is_never_graded_releases_by_its_time_limit()
    {
        await using var floor = await Floor.Open();
        var limit = floor.Library.Now.FindCourse(floor.Lesson.Course)!.FindQuiz("certification")!.TimeLimit!.Value;
        await floor.StartExam(floor.Ana);
        await floor.Send(floor.Mei, floor.Ana, "Held.");

        floor.App.Time.Advance(limit);
        await Eventually.Quiet(TimeSpan.FromMilliseconds(200));
        Assert.Equal(NoteState.Held, (await floor.Notes()).Single().State);
        floor.App.Time.Advance(TimeSpan.FromMinutes(2));

        await Eventually.Holds(async () =>
        {
            floor.App.Time.Advance(TimeSpan.FromSeconds(5));
            return (await floor.Notes()).Single().State == NoteState.Waiting;
        }, "released");
    }

    [Fact]
    public async Task A_note_sent_after_the_time_limit_comes_behind_those_it_releases()
    {
        await using var floor = await Floor.Open();
        await floor.StartExam(floor.Ana);
        await floor.Send(floor.Mei, floor.Ana, "Held.");
        floor.App.Time.Advance(TimeSpan.FromHours(5));

        Assert.False((await floor.Send(floor.Mei, floor.Ana, "Later.")).Held);

        Assert.All(await floor.Notes(), n => Assert.Equal(NoteState.Waiting, n.State));
    }

    [Theory, InlineData(AttemptKind.Check), InlineData(AttemptKind.Practice), InlineData(AttemptKind.Drill)]
    public async Task Other_quizzes_hold_nothing(AttemptKind kind)
    {
        await using var floor = await Floor.Open();
        await floor.StartExam(floor.Ana, kind);

        Assert.False((await floor.Send(floor.Mei, floor.Ana, "At once.")).Held);
    }

    [Fact]
    public async Task Of_two_examinations_the_last_to_end_releases()
    {
        await using var floor = await Floor.Open();
        var (first, second) = (await floor.StartExam(floor.Ana), await floor.StartExam(floor.Ana));
        await floor.Send(floor.Mei, floor.Ana, "Held.");

        await floor.Grade(floor.Ana, first);
        Assert.Equal(NoteState.Held, (await floor.Notes()).Single().State);
        await floor.Grade(floor.Ana, second);

        Assert.Equal(NoteState.Waiting, (await floor.Notes()).Single().State);
    }
}
