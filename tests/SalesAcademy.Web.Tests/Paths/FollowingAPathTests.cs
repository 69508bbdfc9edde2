using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Paths;
using SalesAcademy.Web.Tests.Courses;

namespace SalesAcademy.Web.Tests.Paths;

public sealed class FollowingAPathTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Whoever_joins_with_a_role_is_put_on_its_path_with_due_days(Store store)
    {
        await using var app = new AcademyApp(store);
        var reader = await Reader.Join(app, profile: "sdr");

        var page = await reader.Browser.Open("/paths");

        Assert.Equal(["person-joined", "enrolled"], await reader.Said());
        Assert.Contains("0 of 8 done", page, StringComparison.Ordinal);
        Assert.Contains("Fri 27 Nov", page, StringComparison.Ordinal); // day 5 of a Monday start
        Assert.Contains("Opens after “", page, StringComparison.Ordinal);
        Assert.Contains("Your coach will arrange it", page, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_sell_is_on_no_path()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app);

        Assert.Contains("You are on no learning path.", await reader.Browser.Open("/paths"), StringComparison.Ordinal);
        Assert.Equal(["person-joined"], await reader.Said());
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Steps_are_done_by_what_happened_and_stay_done(Store store)
    {
        await using var app = new AcademyApp(store);
        var reader = await Reader.Join(app, profile: "sdr");
        foreach (var lesson in Reader.Taught(app).Lessons)
            await reader.Complete(lesson.Id);
        var hash = app.Services.GetRequiredService<Library>().Now.Hash;

        await Happens(app, new CertificateIssued(reader.Id, Guid.CreateVersion7(), "sales-process", app.Clock.Today, null, null, hash));
        await Happens(app, new ObservationRecorded(reader.Id, Guid.CreateVersion7(), Guid.CreateVersion7(), "first-call", [], app.Clock.Today, hash));
        await Happens(app, new CertificateRevoked(reader.Id, Guid.CreateVersion7(), "sales-process", app.Clock.Today));

        await using var db = app.Read();
        var done = await db.Set<PathStepRow>().Where(s => s.DoneAt != null).OrderBy(s => s.Position).Select(s => s.Position).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([1, 3, 5], done);
        Assert.Contains("3 of 8 done", await reader.Browser.Open("/paths"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enrolling_later_counts_what_was_done_before_and_happens_once()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app);
        foreach (var lesson in Reader.Taught(app).Lessons)
            await reader.Complete(lesson.Id);
        var path = app.Services.GetRequiredService<Library>().Now.Paths.Single(path => path.Role == "sdr");

        var first = await Enrol(app, reader.Id, path);
        var second = await Enrol(app, reader.Id, path);

        Assert.IsType<Accepted<Done>>(first);
        Assert.Equal("enrolled-already", Assert.IsType<Refused<Done>>(second).Reason.Key);
        Assert.Contains("1 of 8 done", await reader.Browser.Open("/paths"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_page_names_the_next_lesson_and_shows_the_week()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app, profile: "sdr");
        var title = Reader.Taught(app).Lessons[0].Text.English!;

        var before = WebUtility.HtmlDecode(await reader.Browser.Open("/"));
        await reader.Complete("stages");
        var after = WebUtility.HtmlDecode(await reader.Browser.Open("/"));

        var step = before[before.IndexOf("class=\"say\"", StringComparison.Ordinal)..];
        Assert.StartsWith($"class=\"say\">Read “{title.Title}”, lesson 1 of 5 in “", step, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(before, $"Read “{Regex.Escape(title.Title)}”").Cast<Match>()); // one clear next step, said once
        Assert.Contains($"About {title.Minutes} minutes · due Fri 27 Nov", before, StringComparison.Ordinal);
        Assert.Contains("0 of 5 done", before, StringComparison.Ordinal); // the five lessons due on Friday
        Assert.Contains("lesson 2 of 5", after, StringComparison.Ordinal);
        Assert.Contains("1 of 5 done", after, StringComparison.Ordinal);
        Assert.Contains("Done Mon 23 Nov", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_in_Chinese()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app, "zh-Hans", profile: "sdr");

        var home = await reader.Browser.Open("/");
        var path = await reader.Browser.Open("/paths");
        var lesson = await reader.Browser.Open(Reader.Url);

        Assert.Contains("本周学习路径", home, StringComparison.Ordinal);
        Assert.Contains("已完成 0/8", path, StringComparison.Ordinal);
        Assert.Contains("11 月 27 日（周五）", path, StringComparison.Ordinal);
        Assert.Contains("· 11 月 27 日（周五）截止", lesson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_is_overdue_only_after_its_day_is_over_where_the_person_is()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app, profile: "sdr");

        app.Time.Advance(TimeSpan.FromDays(4) + TimeSpan.FromHours(7)); // Friday 15:00 in Shanghai: the last day
        Assert.DoesNotContain("overdue", await (await app.SignIn(reader.Id)).Open("/paths"), StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromHours(9) + TimeSpan.FromSeconds(1)); // Saturday 00:00:01

        var page = await (await app.SignIn(reader.Id)).Open("/paths");
        Assert.Contains("1 day overdue", page, StringComparison.Ordinal);
        Assert.Contains("1 overdue", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_sees_the_paths_of_the_team_and_nobody_else_does()
    {
        await using var app = new AcademyApp();
        var coach = await app.Join("Zhou Mingzhe", Role.Manager);
        var team = await app.Team("East", coach);
        var report = await app.Join("Lin Yue", Role.Rep, team, "sdr");
        var stranger = await app.Join("Tomás Ferreira", Role.Manager);
        using var manager = await app.SignIn(coach);

        var list = await manager.Open("/paths");
        var path = await manager.Open($"/paths/{report}");

        Assert.Contains($"href=\"/paths/{report}\">Lin Yue</a>", list, StringComparison.Ordinal);
        Assert.Contains("Path of Lin Yue", path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignIn(stranger)).Get($"/paths/{report}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignIn(report)).Get($"/paths/{coach}")).StatusCode);
    }

    private static Task<Decision<Done>> Enrol(AcademyApp app, Guid person, LearningPath path) => app.Ledger.Run<Done>(
        app.Clock.Act(), entry => app.Services.GetRequiredService<Enrolments>().Enrol(entry, person, path, app.Clock.Today), TestContext.Current.CancellationToken);

    private static Task<Decision<Done>> Happens(AcademyApp app, IEvent happened) => app.Ledger.Run<Done>(app.Clock.Act(), entry =>
    {
        entry.Record(happened);
        return Task.FromResult<Decision<Done>>(Done.Value);
    }, TestContext.Current.CancellationToken);
}
