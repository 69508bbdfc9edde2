using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates.Desk;
using SalesAcademy.Web.Features.Paths;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Tests.Certificates.Desk;

public sealed class AskingWhoIsMissingWhatTests
{
    private const string Url = "/certificates/compliance";

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Each_person_is_asked_what_their_role_and_path_ask_and_the_amounts_are_the_rows(Store store)
    {
        await using var app = new AcademyApp(store);
        var today = app.Clock.Today;
        var manager = await app.Join("Mona", Role.Manager);
        var team = await app.Team("East", manager);
        var (none, holds, soon, over, revoked) = (await Rep("Nobody Yet"), await Rep("Hans Holds"), await Rep("Sue Soon"), await Rep("Ed Expired"), await Rep("Rita Revoked"));
        await app.Holds(holds, "sales-process", today.AddDays(-10), today.AddDays(200));
        await app.Holds(soon, "sales-process", today.AddDays(-300), today.AddDays(30));
        await app.Holds(over, "sales-process", today.AddDays(-400), today.AddDays(-1));
        await app.Holds(revoked, "sales-process", today.AddDays(-30), today.AddDays(200), then: row => (row.RevokedAt, row.RevokedOn) = (app.Clock.Now, today));
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));
        using var boss = await app.SignIn(manager);

        var lines = await Read(app, Role.Hr, new ComplianceFilter { Certification = "sales-process" });

        Assert.Equal(
            new Dictionary<Guid, Holding> { [none] = Holding.Missing, [holds] = Holding.Held, [soon] = Holding.EndsSoon, [over] = Holding.Expired, [revoked] = Holding.Revoked },
            lines.ToDictionary(line => line.Subject.Id, line => line.Holding));
        var page = await hr.Open($"{Url}?certification=sales-process");
        Assert.Contains("2 of 5 people hold", page, StringComparison.Ordinal);
        foreach (var holding in new[] { Holding.Missing, Holding.EndsSoon, Holding.Expired, Holding.Revoked, Holding.Held })
        {
            var rows = await Workbooks.Of(await hr.Get($"{Url}/list.xlsx?certification=sales-process&holding={holding}"));
            Assert.Equal(1, rows.Rows.Count(row => row.Length == 11) - 1);
            Assert.Contains($"holding={holding.ToString().ToLowerInvariant()}", page, StringComparison.Ordinal);
        }

        Assert.Contains("Nobody Yet", await boss.Open(Url), StringComparison.Ordinal);

        Task<Guid> Rep(string name) => app.Join(name, Role.Rep, team, "sdr");
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_path_asks_with_its_day_and_a_higher_tier_asks_more(Store store)
    {
        await using var app = new AcademyApp(store);
        var person = await app.Join("Anna Berg", Role.Rep, await app.Team("East"), "sdr");

        var least = await Read(app, Role.Hr, new ComplianceFilter());
        var upToB = await Read(app, Role.Hr, new ComplianceFilter { Tier = Domain.Readiness.Tier.B });
        await app.Ledger.Run<Done>(app.Clock.Act(), async entry => await app.Services.GetRequiredService<Enrolments>().Enrol(entry, person, app.Library().Now.Paths.Single(path => path.Id == "team-lead-onboarding"), app.Clock.Today), TestContext.Current.CancellationToken);
        var onPath = await Read(app, Role.Hr, new ComplianceFilter());
        var before = await Read(app, Role.Hr, new ComplianceFilter { On = app.Clock.Today.AddDays(-1) });

        Assert.Equal(["sales-process"], least.Where(line => line.Tier is not null).Select(line => line.Certification));
        Assert.Equal(["discovery", "leads-and-pool", "sales-process"], upToB.Where(line => line.Tier is not null).Select(line => line.Certification));
        Assert.Contains(onPath, line => line is { Certification: "working-together", DueOn: not null, Tier: null });
        Assert.Empty(before); // nobody worked here yet
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task As_of_a_day_only_what_had_happened_by_then_counts(Store store)
    {
        await using var app = new AcademyApp(store);
        var today = app.Clock.Today;
        var person = await app.Join("Anna Berg", Role.Rep, null, "sdr");
        var row = await app.Holds(person, "sales-process", today.AddDays(2), today.AddDays(40), then: row => (row.RevokedAt, row.RevokedOn) = (app.Clock.Now, today.AddDays(20)));

        foreach (var (days, expected) in new[] { (1, Holding.Missing), (2, Holding.Held), (19, Holding.EndsSoon), (20, Holding.Revoked) })
        {
            var line = Assert.Single(await Read(app, Role.Hr, new ComplianceFilter { On = today.AddDays(days), Certification = "sales-process" }));
            Assert.Equal((days, expected), (days, line.Holding));
        }

        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));
        var then = await hr.Open($"{Url}?on={today.AddDays(19):yyyy-MM-dd}");
        Assert.Contains("12 December 2026", then, StringComparison.Ordinal);
        Assert.DoesNotContain("/reminders", then, StringComparison.Ordinal);
        Assert.Contains($"/certificates/people/{person}?on=2026-12-12", then, StringComparison.Ordinal);
        Assert.Equal(row.Person, person);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task One_click_reminds_each_person_of_each_certification_once_a_day_and_says_how_many(Store store)
    {
        await using var app = new AcademyApp(store);
        var manager = await app.Join("Mona", Role.Manager);
        var team = await app.Team("East", manager);
        var missing = await app.Join("Nobody Yet", Role.Rep, team, "sdr");
        var holds = await app.Join("Hans Holds", Role.Rep, team, "sdr");
        foreach (var certification in (string[])["sales-process", "leads-and-pool", "discovery"])
            await app.Holds(holds, certification, app.Clock.Today, null);
        var helen = await app.Join("Helen", Role.Hr);
        using var hr = await app.SignIn(helen);
        await hr.Open(Url);

        await hr.Submit($"{Url}/reminders", ("certification", "sales-process"), ("managers", "true"));
        var first = await hr.Open(Url);
        await hr.Submit($"{Url}/reminders", ("certification", "sales-process"), ("managers", "true"));
        var again = await hr.Open(Url);
        await hr.Submit($"{Url}/reminders", ("tier", "b"));
        var more = await hr.Open(Url);

        Assert.Contains("1 person was reminded, of 1 certification; managers told: 1.", first, StringComparison.Ordinal);
        Assert.Contains("Nobody was reminded", again, StringComparison.Ordinal);
        Assert.Contains("1 person was reminded", more, StringComparison.Ordinal);
        await using var db = app.Read();
        var notices = await db.Set<NoticeRow>().Where(n => n.Kind == RemindPeople.PersonNotice || n.Kind == RemindPeople.ManagerNotice).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal((2, 1, 0), (notices.Count(n => n.Person == missing), notices.Count(n => n.Person == manager), notices.Count(n => n.Person == holds)));
        var told = await app.Told<CertificationReminded>();
        Assert.Equal(told.Count, told.DistinctBy(one => (one.Subject, one.Certification, one.Day)).Count());
        Assert.All(told, one => Assert.Equal(missing, one.Subject));

        app.Time.Advance(TimeSpan.FromDays(1));
        using var tomorrow = await app.SignIn(helen);
        await tomorrow.Submit($"{Url}/reminders", ("certification", "sales-process"));
        Assert.Contains("1 person was reminded", await tomorrow.Open(Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_sees_their_own_teams_and_leaves_reminding_to_hr()
    {
        await using var app = new AcademyApp();
        var manager = await app.Join("Mona", Role.Manager);
        await app.Join("Eve East", Role.Rep, await app.Team("East", manager), "sdr");
        var west = await app.Team("West");
        var other = await app.Join("Wei West", Role.Rep, west, "sdr");
        using var boss = await app.SignIn(manager);
        using var seller = await app.SignIn(other);

        var own = await boss.Open(Url);
        var asked = await boss.Submit($"{Url}/reminders");

        Assert.Contains("Eve East", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Wei West", own, StringComparison.Ordinal);
        Assert.DoesNotContain(west.ToString(), own, StringComparison.Ordinal);
        Assert.DoesNotContain("/reminders", own, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, asked.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await seller.Get(Url)).StatusCode);
    }

    [Fact]
    public async Task However_many_people_there_are_the_questions_to_the_database_are_as_many()
    {
        var counted = new Leads.QueryCount();
        using var listening = counted.Listen(); // before the app: EF looks for listeners once a second only
        await using var app = new AcademyApp();
        await Fill(app, 1_000);
        var before = counted.Commands;

        var lines = await Read(app, Role.Hr, new ComplianceFilter());

        Assert.Equal(1_000, lines.Count(line => line.Certification == "sales-process"));
        Assert.InRange(counted.Commands - before, 1, 6);
    }

    private static async Task<IReadOnlyList<ComplianceLine>> Read(AcademyApp app, Role role, ComplianceFilter filter)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var viewer = new CurrentPerson { Id = Guid.CreateVersion7(), Name = "Viewer", Roles = role, HiredOn = app.Clock.Today, Language = "en", ContentLanguage = "en", Zone = TimeZoneInfo.Utc };
        return await scope.ServiceProvider.GetRequiredService<ComplianceBook>().Read(viewer, filter, TestContext.Current.CancellationToken);
    }

    private static Task<Decision<Done>> Fill(AcademyApp app, int many) => app.Ledger.Run<Done>(app.Clock.Act(), entry =>
    {
        for (var i = 0; i < many; i++)
        {
            var id = entry.NewId();
            entry.Db.Add(new PersonRow { Id = id, Name = $"Seller {i}", Email = $"{id:N}@example.com", Profile = "sdr", HiredOn = app.Clock.Today, Language = "en", ContentLanguage = "en", Zone = "Asia/Shanghai" });
        }

        return Task.FromResult<Decision<Done>>(Done.Value);
    }, TestContext.Current.CancellationToken);
}
