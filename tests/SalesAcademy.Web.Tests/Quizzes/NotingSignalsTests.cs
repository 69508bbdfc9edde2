using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Tests.Paths;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>What is noted of an attempt beside its answers is told beforehand, read by few, and decides nothing.</summary>
public sealed class NotingSignalsTests
{
    private const string Laptop = "Mozilla/5.0 (Windows NT 10.0) Laptop/1.0";
    private const string Phone = "Mozilla/5.0 (Linux; Android 15) Phone/1.0";

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_person_reads_when_the_page_was_left_when_the_device_changed_and_how_long_each_answer_took(Store store)
    {
        await using var app = new AcademyApp(store);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();

        await Answer(app, rep, attempt, 1, 40, Laptop);
        await Signal(rep, attempt, SignalKind.Left, 2);
        app.Time.Advance(TimeSpan.FromSeconds(83));
        await Signal(rep, attempt, SignalKind.Returned, 2);
        await Answer(app, rep, attempt, 2, 7, Laptop);
        await Answer(app, rep, attempt, 3, 10, Phone);
        await Answer(app, rep, attempt, 4, 10, Phone);
        await Answer(app, rep, attempt, 4, 10, Laptop);
        var page = await rep.Browser.Open($"/quizzes/attempts/{attempt}/evidence");

        Assert.Contains("Question 2: the page was out of sight for 1 min 23 s", page, StringComparison.Ordinal);
        Assert.Contains("Question 3: answered from another browser or device than the answer before", page, StringComparison.Ordinal);
        Assert.Contains("Question 4: answered from another browser or device than the answer before", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("answered from another browser").Length);
        Assert.Contains("08:02:10</td><td class=\"amount num\">1 min 30 s", page, StringComparison.Ordinal);
        Assert.Contains("What this cannot tell", page, StringComparison.Ordinal);
        Assert.Contains("4 of 10 answered", page, StringComparison.Ordinal);
        Assert.Equal([SignalKind.Device, SignalKind.Left, SignalKind.Returned, SignalKind.Device, SignalKind.Device], (await Noted(app, attempt)).Select(s => s.Kind));
        Assert.Equal([1, 2, 3, 4, 5], (await Noted(app, attempt)).Select(s => s.Number));
    }

    [Fact]
    public async Task Nothing_of_the_browser_is_kept_but_a_mark_that_differs_from_attempt_to_attempt()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var first = await rep.Start();
        await Answer(app, rep, first, 1, 1, Laptop);
        await rep.Submit(first);
        app.Time.Advance(TimeSpan.FromHours(2));
        var second = await rep.Start();
        await Answer(app, rep, second, 1, 1, Laptop);

        var marks = (await Noted(app, first)).Concat(await Noted(app, second)).Select(s => s.Detail).ToArray();

        Assert.Equal(2, marks.Distinct().Count());
        Assert.All(marks, mark => Assert.Matches("^[0-9a-f]{8}$", mark));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Two_hundred_signals_change_no_mark_and_no_more_are_kept(Store store)
    {
        await using var app = new AcademyApp(store);
        using var quiet = await Sitting.Of(app);
        using var restless = await Sitting.Of(app);
        var (without, with) = (await quiet.Start(), await restless.Start());
        await restless.Browser.AntiforgeryToken();

        foreach (var some in Enumerable.Range(0, 210).Chunk(10))
            await Task.WhenAll(some.Select(i => Signal(restless, with, i % 2 == 0 ? SignalKind.Left : SignalKind.Returned, 1 + (i % 10))));
        foreach (var (sitting, attempt) in ((Sitting, Guid)[])[(quiet, without), (restless, with)])
        {
            await sitting.AnswerAll(attempt, right: 8);
            await sitting.Submit(attempt);
        }

        Assert.Equal(AttemptTimeline.Most, (await Noted(app, with)).Count);
        Assert.Equal(Enumerable.Range(1, AttemptTimeline.Most), (await Noted(app, with)).Select(s => s.Number));
        var (calm, noted) = (await quiet.Row(without), await restless.Row(with));
        Assert.Equal((0.8, true, AttemptEnd.Submitted), (Math.Round(noted.Score!.Value, 9), noted.Passed!.Value, noted.Ending!.Value));
        Assert.Equal((calm.Score, calm.Passed, calm.Ending), (noted.Score, noted.Passed, noted.Ending));
        var (one, other) = (Assert.Single(await quiet.Graded()), Assert.Single(await restless.Graded()));
        Assert.Equal((one.Score, one.Passed), (other.Score, other.Passed));
        Assert.Equal(one.Answers.Select(a => a.Score).Order(), other.Answers.Select(a => a.Score).Order());
        Assert.Contains("The first 200 notes are kept", await restless.Browser.Open($"/quizzes/attempts/{with}/evidence"), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Its_person_the_manager_and_hr_may_read_it_and_nobody_else(Store store)
    {
        await using var app = new AcademyApp(store);
        var managerId = await app.Join("Zhou Mingzhe", Role.Manager);
        var person = await app.Join("Lin Xiao", Role.Rep, await app.Team("North", managerId), profile: "sdr");
        await app.ClearTheWay(person);
        using var rep = new Sitting(app, await app.SignIn(person), person);
        var strangerId = await app.Join("Aisha Rahman", Role.Manager);
        await app.Team("Elsewhere", strangerId);
        var attempt = await rep.Start();
        await Signal(rep, attempt, SignalKind.Left, 1);
        await rep.Submit(attempt);
        var address = $"/quizzes/attempts/{attempt}/evidence";

        foreach (var reader in (Guid[])[managerId, await app.Join("Hannah Brandt", Role.Hr)])
        {
            using var browser = await app.SignIn(reader);
            Assert.Contains("What was noted during the attempt of Lin Xiao", await browser.Open(address), StringComparison.Ordinal);
        }

        foreach (var other in (Guid[])[strangerId, await app.Join("Noah Becker", Role.Rep), await app.Join("Ines Roth", Role.Author | Role.SalesOps | Role.Admin)])
        {
            using var browser = await app.SignIn(other);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(address)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Submit($"/quizzes/attempts/{attempt}/signals", ("kind", "Left"), ("question", "1"))).StatusCode);
        }

        Assert.Contains("no return was noted", await rep.Browser.Open(address), StringComparison.Ordinal);
        Assert.Contains($"href=\"{address}\"", await rep.Browser.Open($"/quizzes/attempts/{attempt}/result"), StringComparison.Ordinal);
        await rep.Browser.Submit($"/quizzes/attempts/{attempt}/contests", ("Question", "1"), ("Reason", "It fits the lesson."));
        await using var db = app.Read();
        var contest = await db.Set<ContestRow>().SingleAsync(TestContext.Current.CancellationToken);
        using var manager = await app.SignIn(managerId);
        Assert.Contains($"href=\"{address}\"", await manager.Open($"/quizzes/contests/{contest.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_certification_at_work_is_noted_and_its_page_says_so_before_it_begins()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var (check, exam) = (await rep.Start(Sitting.Check), await rep.Start());
        Assert.Contains("we note when its page goes out of sight", await rep.Browser.Open(Sitting.Exam), StringComparison.Ordinal);
        Assert.DoesNotContain("out of sight", await rep.Browser.Open(Sitting.Check), StringComparison.Ordinal);
        Assert.Contains("/js/quizzes/signals", await rep.Browser.Open($"/quizzes/attempts/{exam}"), StringComparison.Ordinal);
        Assert.DoesNotContain("/js/quizzes/signals", await rep.Browser.Open($"/quizzes/attempts/{check}"), StringComparison.Ordinal);

        await Signal(rep, check, SignalKind.Left, 1);
        await Answer(app, rep, check, 1, 1, Phone);
        await Refused(rep, exam, "Device", "1");
        await Refused(rep, exam, "Peeked", "1");
        await Refused(rep, exam, "Left", "11");
        await rep.Submit(exam);
        await Signal(rep, exam, SignalKind.Left, 1);

        Assert.Empty(await Noted(app, check));
        Assert.Empty(await Noted(app, exam));
        Assert.Equal(HttpStatusCode.NotFound, (await rep.Browser.Get($"/quizzes/attempts/{check}/evidence")).StatusCode);
    }

    [Fact]
    public async Task A_reader_of_chinese_is_told_the_same()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app, "zh-Hans");
        Assert.Contains("这些记录本身不作任何决定", await rep.Browser.Open(Sitting.Exam), StringComparison.Ordinal);
        var attempt = await rep.Start();
        await Signal(rep, attempt, SignalKind.Left, 2);
        app.Time.Advance(TimeSpan.FromSeconds(5));
        await Signal(rep, attempt, SignalKind.Returned, 2);

        Assert.Contains("第 2 题：离开页面，5 秒后返回", await rep.Browser.Open($"/quizzes/attempts/{attempt}/evidence"), StringComparison.Ordinal);
    }

    private static async Task Signal(Sitting sitting, Guid attempt, SignalKind kind, int question) => Assert.Equal(
        HttpStatusCode.NoContent, (await sitting.Browser.Submit($"/quizzes/attempts/{attempt}/signals", ("kind", $"{kind}"), ("question", $"{question}"))).StatusCode);

    private static async Task Refused(Sitting sitting, Guid attempt, string kind, string question) => Assert.Equal(
        HttpStatusCode.UnprocessableEntity, (await sitting.Browser.Submit($"/quizzes/attempts/{attempt}/signals", ("kind", kind), ("question", question))).StatusCode);

    // An answer after so many seconds, from a browser of that name.
    private static async Task Answer(AcademyApp app, Sitting sitting, Guid attempt, int question, int seconds, string browser)
    {
        app.Time.Advance(TimeSpan.FromSeconds(seconds));
        sitting.Browser.Http.DefaultRequestHeaders.Remove("User-Agent");
        sitting.Browser.Http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", browser);
        Assert.Equal(HttpStatusCode.OK, (await sitting.Save(attempt, question, [0])).StatusCode);
    }

    private static async Task<IReadOnlyList<AttemptSignalRow>> Noted(AcademyApp app, Guid attempt)
    {
        await using var db = app.Read();
        return await db.Set<AttemptSignalRow>().Where(s => s.Attempt == attempt).OrderBy(s => s.Number).ToListAsync(TestContext.Current.CancellationToken);
    }
}
