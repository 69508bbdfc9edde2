using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Paths;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Tests.Paths;

public sealed class EnrollingPeopleTests
{
    private const string Path = "sdr-onboarding";

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task People_are_enrolled_after_a_look_told_once_and_taken_off_again_while_nothing_is_done(Store store)
    {
        await using var app = new AcademyApp(store);
        var manager = await app.Join("Marta Silva", Role.Manager);
        var team = await app.Team("North", manager);
        var (first, second, stranger) = (await app.Join("First One", Role.Rep, team), await app.Join("Second One", Role.Rep, team), await app.Join("Stranger", Role.Rep));
        using var browser = await app.SignIn(manager);
        (string, string)[] all = [("Path", Path), ("People", $"{first}"), ("People", $"{second}"), ("People", $"{stranger}")];

        var proposal = WebUtility.HtmlDecode(await (await browser.Submit("/paths/enrolments/proposal", all)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await On(app));
        Assert.Equal($"/paths/enrolments/{Path}", (await browser.Submit("/paths/enrolments", all)).Headers.Location?.ToString());
        var told = WebUtility.HtmlDecode(await browser.Open($"/paths/enrolments/{Path}"));
        await browser.Submit("/paths/enrolments", all);
        var enrolled = await On(app);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.Ledger.Run<Done>(app.Clock.Act(), entry =>
        {
            entry.Record(new ObservationRecorded(second, manager, Guid.CreateVersion7(), "first-call", [], entry.Act.Today, "hash"));
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);
        var begun = WebUtility.HtmlDecode(await browser.Open($"/paths/enrolments/{Path}"));
        await browser.Submit("/paths/enrolments/withdrawal", all);

        Assert.Contains("Enrol 2 people", proposal, StringComparison.Ordinal);
        Assert.DoesNotContain("Stranger", proposal, StringComparison.Ordinal);
        Assert.Contains("2 people were enrolled; 0 were on the path already.", told, StringComparison.Ordinal);
        Assert.Equal(new HashSet<Guid> { first, second }, enrolled.ToHashSet());
        Assert.Contains("Have begun", begun, StringComparison.Ordinal);
        Assert.Equal([second], await On(app));
        await using var db = app.Read();
        Assert.Equal(2, await db.Set<NoticeRow>().CountAsync(n => n.Kind == "enrolled", TestContext.Current.CancellationToken));
        Assert.Equal([first], await db.Set<NoticeRow>().Where(n => n.Kind == "enrolment-withdrawn").Select(n => n.Person).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([first], (await app.Events()).Where(e => e.Type == "enrolment-withdrawn").Select(e => e.Subject));
    }

    [Fact]
    public async Task A_path_that_is_not_taught_is_not_there()
    {
        await using var app = new AcademyApp();
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/paths/enrolments/nowhere")).StatusCode);
        foreach (var url in (string[])["/paths/enrolments", "/paths/enrolments/proposal", "/paths/enrolments/withdrawal"])
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Submit(url, ("Path", "nowhere"))).StatusCode);
    }

    private static async Task<IReadOnlyList<Guid>> On(AcademyApp app)
    {
        await using var db = app.Read();
        return await db.Set<EnrolmentRow>().Where(e => e.Path == Path).OrderBy(e => e.At).Select(e => e.Person).ToListAsync(TestContext.Current.CancellationToken);
    }
}
