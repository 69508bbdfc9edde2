using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Paths;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Tests.Certificates;
using SalesAcademy.Web.Tests.Courses;

namespace SalesAcademy.Web.Tests.Paths;

public sealed class KeepingToTheOrderOfAPathTests
{
    private const string Later = "/courses/discovery/open";
    private const string ItsCheck = "/quizzes/discovery/check-open";
    private const string ItsExam = "/quizzes/discovery/certification";
    private const string First = "Opens when you have completed the course <a href=\"/courses/sales-process\" lang=\"en\">The sales process</a>";

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_later_step_cannot_be_opened_read_answered_or_completed_and_says_what_comes_first(Store store)
    {
        await using var app = new AcademyApp(store);
        var reader = await Reader.Join(app, profile: "sdr");
        var text = Discovery(app).FindLesson("open")!.Text.English!;

        HttpResponseMessage[] opened = [await reader.Browser.Get(Later), await reader.Browser.Submit($"{Later}/progress", ("passage", text.Blocks[^1].Id))];
        HttpResponseMessage[] begun = [await reader.Browser.Submit($"{ItsCheck}/attempts"), await reader.Browser.Submit($"{ItsExam}/attempts")];
        var byScript = await reader.Report(text.Blocks[^1].Id, Later);

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.UnprocessableEntity], opened.Select(answer => answer.StatusCode));
        Assert.All(begun, answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        foreach (var answer in opened.Concat(begun))
        {
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains(First, page, StringComparison.Ordinal);
            Assert.DoesNotContain(text.Blocks[^1].Id, page, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, byScript.StatusCode);
        Assert.Contains("closed", await byScript.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["person-joined", "enrolled"], await reader.Said());
        await using var db = app.Read();
        Assert.Equal((0, 0), (await db.Set<LessonProgressRow>().CountAsync(TestContext.Current.CancellationToken), await db.Set<AttemptRow>().CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_pages_show_the_lock_and_lead_to_what_opens_it()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app, profile: "sdr");

        var (catalogue, course, exam, path) = (
            await reader.Browser.Open("/courses"), await reader.Browser.Open("/courses/discovery"), await reader.Browser.Open(ItsExam), await reader.Browser.Open("/paths"));

        Assert.All([catalogue, course, exam], page => Assert.Contains(First, page, StringComparison.Ordinal));
        Assert.All([catalogue, course, exam], page => Assert.DoesNotContain($"href=\"{Later}\"", page, StringComparison.Ordinal));
        Assert.DoesNotContain($"action=\"{ItsExam}/attempts\"", exam, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"{ItsExam}\"", course, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/courses/sales-process\">Opens after “The sales process”</a>", path, StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task The_last_lesson_of_a_step_opens_the_next_and_no_further(Store store)
    {
        await using var app = new AcademyApp(store);
        var reader = await Reader.Join(app, profile: "sdr");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Browser.Get(Later)).StatusCode);

        foreach (var lesson in Reader.Taught(app).Lessons)
            await reader.Complete(lesson.Id);

        await reader.Browser.Open(Later);
        Assert.Equal(HttpStatusCode.Redirect, (await reader.Browser.Submit($"{ItsCheck}/attempts")).StatusCode);
        var beyond = await reader.Browser.Get("/courses/leads-and-pool/public-pool");
        Assert.Equal(HttpStatusCode.Forbidden, beyond.StatusCode);
        Assert.Contains("href=\"/courses/discovery\"", await beyond.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certification_waits_for_the_one_before_it()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app, profile: "sdr");
        await app.ClearTheWay(reader.Id);
        await Undo(app, reader.Id, step => step.Kind == PathStepKind.Certification);

        var refused = await reader.Browser.Submit($"{ItsExam}/attempts");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Opens when you have earned the certification <a href=\"/courses/sales-process#sales-process\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await reader.Browser.Submit("/quizzes/sales-process/certification/attempts")).StatusCode);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_revoked_certificate_opens_its_step_again_and_closes_what_follows_it_while_an_older_one_changes_nothing(Store store)
    {
        await using var app = new AcademyApp(store);
        var reader = await Reader.Join(app, profile: "sdr");
        await app.ClearTheWay(reader.Id);
        await Undo(app, reader.Id, step => step is { Kind: PathStepKind.Certification, Target: not "sales-process" });
        const string next = "/quizzes/leads-and-pool/certification";
        var (old, renewed) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Issue(old, replaced: null);
        await Issue(renewed, old);

        await Revoke(old);
        var held = await reader.Browser.Open(next);
        await Revoke(renewed);
        var lost = await reader.Browser.Submit($"{next}/attempts");
        var joined = await Enrolled();
        await Issue(Guid.CreateVersion7(), replaced: null);

        Assert.Contains($"action=\"{next}/attempts\"", held, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lost.StatusCode);
        Assert.Contains("Opens when you have earned the certification <a href=\"/courses/sales-process#sales-process\"", await lost.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Null(joined); // nor does a path begun later count it
        Assert.Equal(HttpStatusCode.Redirect, (await reader.Browser.Submit($"{next}/attempts")).StatusCode);

        Task Issue(Guid certificate, Guid? replaced) =>
            Learning.Happen(app, new CertificateIssued(reader.Id, certificate, "sales-process", app.Clock.Today, null, replaced, app.Services.GetRequiredService<Library>().Now.Hash));

        Task Revoke(Guid certificate) => Learning.Happen(app, new CertificateRevoked(reader.Id, certificate, "sales-process", app.Clock.Today));

        async Task<DateTime?> Enrolled()
        {
            await using var db = app.Read();
            return (await StepsDone.InHistory(db, reader.Id)).When(PathStepKind.Certification, "sales-process");
        }
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task The_quiz_of_a_certification_opens_with_the_last_lesson_of_its_course_on_a_path_or_not(Store store)
    {
        await using var app = new AcademyApp(store);
        var reader = await Reader.Join(app);
        var lessons = Reader.Taught(app).Lessons;
        const string exam = "/quizzes/sales-process/certification";
        foreach (var lesson in lessons.SkipLast(1))
            await reader.Complete(lesson.Id);

        var early = await reader.Browser.Submit($"{exam}/attempts");
        var course = await reader.Browser.Open("/courses/sales-process");
        await reader.Complete(lessons[^1].Id);
        var inTime = await reader.Browser.Submit($"{exam}/attempts");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains(First, await early.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("The quiz opens when you have completed the 1 lesson left.", course, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, inTime.StatusCode);
    }

    [Fact]
    public async Task An_attempt_begun_before_the_path_may_be_finished_and_no_other_begun()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app);
        await reader.Browser.Open(Later);
        var begun = (await reader.Browser.Submit($"{ItsCheck}/attempts")).Headers.Location!.ToString();
        await app.Ledger.Run<Done>(app.Clock.Act(), entry => app.Services.GetRequiredService<Enrolments>()
            .Enrol(entry, reader.Id, app.Services.GetRequiredService<Library>().Now.Paths.Single(path => path.Role == "sdr"), app.Clock.Today), TestContext.Current.CancellationToken);

        Assert.Equal(begun, (await reader.Browser.Submit($"{ItsCheck}/attempts")).Headers.Location!.ToString());
        Assert.Equal($"{begun}/result", (await reader.Browser.Submit($"{begun}/submit")).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.Browser.Submit($"{ItsCheck}/attempts")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Browser.Get(Later)).StatusCode);
    }

    [Fact]
    public async Task Neither_an_observation_nor_what_is_no_longer_taught_holds_anybody_up()
    {
        await using var app = new AcademyApp();
        var person = Guid.CreateVersion7();

        var closed = app.Services.GetRequiredService<PathOrder>().Closed(
        [
            Step(1, PathStepKind.Observation, "first-call"), Step(2, PathStepKind.Course, "withdrawn"), Step(3, PathStepKind.Certification, "withdrawn"),
            Step(4, PathStepKind.Course, "discovery"), Step(5, PathStepKind.Course, "leads-and-pool"),
        ]);

        Assert.Equal([KeyValuePair.Create(new Milestone(MilestoneKind.Course, "leads-and-pool"), new Milestone(MilestoneKind.Course, "discovery"))], closed);

        PathStepRow Step(int position, PathStepKind kind, string target) =>
            new() { Person = person, Path = "sdr-onboarding", Position = position, Kind = kind, Target = target, DueOn = app.Clock.Today };
    }

    [Fact]
    public async Task Whoever_is_on_no_path_reads_everything()
    {
        await using var app = new AcademyApp();
        using var author = await app.SignIn(await app.Join("Hannah Lind", Role.Author));

        await author.Open(Later);
        Assert.Equal(HttpStatusCode.Redirect, (await author.Submit($"{ItsCheck}/attempts")).StatusCode);
    }

    [Fact]
    public async Task The_same_in_Chinese()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app, "zh-Hans", profile: "sdr");

        var lesson = await (await reader.Browser.Get(Later)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("请先完成课程： <a href=\"/courses/sales-process\" lang=\"zh-Hans\">销售流程</a>", lesson, StringComparison.Ordinal);
        Assert.Contains("完成“销售流程”后开放", await reader.Browser.Open("/paths"), StringComparison.Ordinal);
    }

    private static Course Discovery(AcademyApp app) => app.Services.GetRequiredService<Library>().Now.FindCourse("discovery")!;

    private static Task<Decision<Done>> Undo(AcademyApp app, Guid person, Func<PathStepRow, bool> which) => app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
    {
        foreach (var step in (await entry.Db.Set<PathStepRow>().Where(step => step.Person == person).ToListAsync()).Where(which))
            step.DoneAt = null;
        return Done.Value;
    }, TestContext.Current.CancellationToken);
}
