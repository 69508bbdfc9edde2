using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.People;

public sealed class KeepingPeopleTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Hr_enters_a_newcomer_who_can_sign_in_and_finds_them_again(Store store)
    {
        await using var app = new AcademyApp(store);
        using var hr = await app.SignIn(await app.Join("Hana Mori", Role.Hr));
        var team = await app.Team("North");

        var answer = await hr.Submit("/people", Newcomer("欧阳娜娜", "Nana.OUYANG@example.com", [("TeamId", team.ToString()), ("LatinName", "Ouyang Nana"), ("Profile", "sdr"), ("Roles", "Rep")]));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        foreach (var search in new[] { "q=娜娜", "q=OUYANG", "q=nana.ouyang", $"team={team}", "role=Rep&team=" + team })
            Assert.Contains("欧阳娜娜", await hr.Open($"/people?{search}"), StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳娜娜", await hr.Open("/people?role=Author"), StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳娜娜", await hr.Open("/people?state=suspended"), StringComparison.Ordinal);
        using var newcomer = app.Visitor();
        var signedIn = await newcomer.Submit("/people/sign-in", ("Email", "nana.ouyang@EXAMPLE.com"), ("Password", "a river of one's own"));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Contains(await app.Events(), e => e.Type == "person-joined" && e.Actor is not null);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_in_words_and_nobody_is_entered()
    {
        await using var app = new AcademyApp();
        using var hr = await app.SignIn(await app.Join("Hana Mori", Role.Hr));
        var before = (await app.Events()).Count;
        (string Field, string Value, string Says)[] cases =
        [
            ("Roles", "Admin", "Only an administrator can do this."),
            ("Roles", "Manager", "Only an administrator can do this."),
            ("Password", "password1234", "among the first that are tried"),
            ("Password", "newbie and a dog", "must not contain the name"),
            ("Email", "Bob <bob@example.com>", "is not an e-mail address"),
            ("Profile", "astronaut", "no such profile"),
            ("LatinName", "娜娜", "Latin letters"),
            ("HiredOn", "", "Enter a day."),
            ("HiredOn", "9999-12-31", "Enter a day."),
        ];

        foreach (var (field, value, says) in cases)
        {
            var answer = await hr.Submit("/people", Newcomer("Newbie", "newbie@example.com", [(field, value)]));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(says, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
            Assert.Equal(before, (await app.Events()).Count);
        }
    }

    [Fact]
    public async Task A_refusal_stands_beside_the_field_it_is_about()
    {
        await using var app = new AcademyApp();
        using var hr = await app.SignIn(await app.Join("Hana Mori", Role.Hr));
        await hr.Submit("/people", Newcomer("Wei Zhang", "taken@example.com", []));
        (string Field, string Value)[] cases =
        [
            ("Name", "4711"),
            ("LatinName", "娜娜"),
            ("LatinName", new string('n', 81)),
            ("Email", "newbie"),
            ("Email", "TAKEN@example.com"),
            ("Profile", "astronaut"),
            ("HiredOn", ""),
            ("Password", "password1234"),
            ("Roles", "Admin"),
        ];

        foreach (var (field, value) in cases)
        {
            var answer = await hr.Submit("/people", Newcomer("Newbie", "newbie@example.com", [(field, value)]));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains($"id=\"{field}-refusal\"", page, StringComparison.Ordinal);
            Assert.Contains($"aria-describedby=\"{field}-refusal", page, StringComparison.Ordinal);
            Assert.Equal(field == "Roles" ? 0 : 1, page.Split("aria-invalid=\"true\"").Length - 1);
        }
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task To_join_somebody_twice_under_one_key_is_to_join_them_once(Store store)
    {
        await using var app = new AcademyApp(store);
        using var hr = await app.SignIn(await app.Join("Hana Mori", Role.Hr));
        var before = (await app.Events()).Count;
        var form = Newcomer("Newbie", "newbie@example.com", [("_key", "one")]);
        await hr.AntiforgeryToken();

        var atOnce = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => hr.Submit("/people", form)));
        var later = await hr.Submit("/people", form);
        var other = await hr.Submit("/people", Newcomer("Somebody else", "newbie@example.com", [("_key", "one")]));

        Assert.All(atOnce, answer => Assert.Equal((HttpStatusCode.Redirect, later.Headers.Location), (answer.StatusCode, answer.Headers.Location)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal(1, (await app.Events()).Skip(before).Count(e => e.Type == "person-joined"));
        using var newcomer = app.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await newcomer.Submit("/people/sign-in", ("Email", "newbie@example.com"), ("Password", "a river of one's own"))).StatusCode);
    }

    [Fact]
    public async Task A_password_is_in_nothing_that_a_key_is_kept_with()
    {
        await using var app = new AcademyApp();
        using var hr = await app.SignIn(await app.Join("Hana Mori", Role.Hr));
        await hr.Submit("/people", Newcomer("Newbie", "newbie@example.com", [("_key", "one")]));

        var withAnother = await hr.Submit("/people", Newcomer("Newbie", "newbie@example.com", [("_key", "one"), ("Password", "a mountain of one's own")]));

        Assert.Equal(HttpStatusCode.Redirect, withAnother.StatusCode);
        using var newcomer = app.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await newcomer.Submit("/people/sign-in", ("Email", "newbie@example.com"), ("Password", "a river of one's own"))).StatusCode);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Pages_follow_each_other_without_gap_or_repetition(Store store)
    {
        await using var app = new AcademyApp(store);
        using var admin = await app.SignIn(await app.Join("Ada", Role.Admin));
        await app.Ledger.Run<Done>(app.Clock.Act(), entry =>
        {
            for (var i = 0; i < 120; i++)
                entry.Db.Add(Row($"Person {i}", $"p{i * 7919 % 1000:000}@example.com"));
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);

        var seen = new List<string>();
        for (var page = "/people?q=@example.com&role="; page is not null;)
        {
            var html = await admin.Open(page);
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(html, "<td class=\"meta\">([^<]+@example.com)").Select(m => m.Groups[1].Value));
            page = System.Text.RegularExpressions.Regex.Match(html, "href=\"([^\"]+after=[^\"]+)\"") is { Success: true } next ? WebUtility.HtmlDecode(next.Groups[1].Value) : null;
        }

        Assert.Equal(121, seen.Count);
        Assert.Equal(seen.Distinct().Order(StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task A_correction_records_what_changed_and_nothing_else()
    {
        await using var app = new AcademyApp();
        using var hr = await app.SignIn(await app.Join("Hana Mori", Role.Hr));
        var person = await app.Join("Wei Zhang", Role.Rep, profile: "sdr");
        var team = await app.Team("North");
        (string, string)[] same = [("Name", "Wei Zhang"), ("Profile", "sdr"), ("HiredOn", "2026-11-23")];

        await hr.Submit($"/people/{person}", [.. same, ("TeamId", team.ToString())]);
        await hr.Submit($"/people/{person}", ("Name", "张伟"), ("LatinName", "Zhang Wei"), ("HiredOn", "2026-11-23"), ("TeamId", team.ToString()));

        Assert.Equal(["team-changed", "notice-given", "person-changed", "profile-changed"], await EventsOf(app, person));
        Assert.Contains("<h1>张伟</h1>", await hr.Open($"/people/{person}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_that_are_not_on_the_form_change_nothing()
    {
        await using var app = new AcademyApp();
        var rep = await app.Join("Wei Zhang", Role.Rep);
        var team = await app.Team("North");
        using var browser = await app.SignIn(rep);

        var answer = await browser.Submit("/people/me", ("Language", "en"), ("ContentLanguage", "zh-Hans"), ("Zone", "Asia/Tokyo"), ("MailsNotices", "true"),
            ("Roles", "Admin"), ("roles", "63"), ("TeamId", team.ToString()), ("isAdmin", "true"), ("Email", "other@example.com"), ("Name", "Boss"), ("SuspendedAt", ""), ("Profile", "sdr"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using var db = app.Read();
        var row = await db.Set<PersonRow>().SingleAsync(p => p.Id == rep, TestContext.Current.CancellationToken);
        Assert.Equal(("Wei Zhang", $"{rep:N}@example.com", null, null, "zh-Hans", "Asia/Tokyo"), (row.Name, row.Email, row.TeamId, row.Profile, row.ContentLanguage, row.Zone));
        Assert.Equal([Role.Rep], await db.Set<RoleRow>().Where(r => r.PersonId == rep).Select(r => r.Role).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["preferences-changed"], await EventsOf(app, rep));
    }

    [Fact]
    public async Task Tags_and_leave_come_and_go_with_their_events()
    {
        await using var app = new AcademyApp();
        using var hr = await app.SignIn(await app.Join("Hana Mori", Role.Hr));
        var person = await app.Join("Wei Zhang", Role.Rep);

        await hr.Submit($"/people/{person}/tags", ("Kind", "region"), ("Value", " East "));
        await hr.Submit($"/people/{person}/tags", ("Kind", "region"), ("Value", "EAST"));
        await hr.Submit($"/people/{person}/leaves", ("From", "2026-12-01"), ("Until", "2026-12-04"));
        var overlap = await hr.Submit($"/people/{person}/leaves", ("From", "2026-12-04"), ("Until", "2026-12-10"));
        await using var db = app.Read();
        var leave = await db.Set<LeaveRow>().SingleAsync(l => l.PersonId == person, TestContext.Current.CancellationToken);
        await hr.Submit($"/people/{person}/leaves/{leave.Id}/cancellation");
        await hr.Submit($"/people/{person}/tags/removal", ("Kind", "region"), ("Value", "east"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, overlap.StatusCode);
        Assert.Equal(["tags-changed", "leave-taken", "leave-called-off", "tags-changed"], await EventsOf(app, person));
    }

    [Fact]
    public async Task A_team_is_formed_renamed_and_answered_for_by_managers_only()
    {
        await using var app = new AcademyApp();
        var hrAndManager = await app.Join("Hana Mori", Role.Hr | Role.Manager);
        using var hr = await app.SignIn(hrAndManager);
        var manager = await app.Join("Mei Lin", Role.Manager);
        var rep = await app.Join("Wei Zhang", Role.Rep);

        await hr.Submit("/people/teams", ("Name", "North"), ("ChineseName", "北区"));
        var again = await hr.Submit("/people/teams", ("Name", "North"), ("ChineseName", "北方"));
        await using var db = app.Read();
        var team = (await db.Set<TeamRow>().SingleAsync(TestContext.Current.CancellationToken)).Id;
        var byRep = await hr.Submit($"/people/teams/{team}/managers", ("Person", rep.ToString()));
        var byOneself = await hr.Submit($"/people/teams/{team}/managers", ("Person", hrAndManager.ToString()));
        var byManager = await hr.Submit($"/people/teams/{team}/managers", ("Person", manager.ToString()));
        await hr.Submit($"/people/teams/{team}", ("Name", "Northern"), ("ChineseName", "北区"));

        Assert.All([again, byRep, byOneself], refused => Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, byManager.StatusCode);
        Assert.Equal(["team-formed", "team-renamed"], await EventsOf(app, team));
        Assert.Equal(["management-changed"], await EventsOf(app, manager));
        Assert.Contains("Mei Lin", await hr.Open("/people/teams"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_sees_on_the_first_page_who_is_looked_after_by_nobody()
    {
        await using var app = new AcademyApp();
        using var admin = await app.SignIn(await app.Join("Ada", Role.Admin));
        var manager = await app.Join("Mei Lin", Role.Manager);
        var team = await app.Team("North", manager);
        await app.Join("Placed", Role.Rep, team);
        await app.Join("Stray", Role.Rep);

        var home = await admin.Open("/");
        var strays = await admin.Open("/people?state=unplaced");

        Assert.Contains("1 seller whom nobody looks after", home, StringComparison.Ordinal);
        Assert.Contains("The academy is well.", home, StringComparison.Ordinal);
        Assert.Contains("Stray", strays, StringComparison.Ordinal);
        Assert.DoesNotContain("Placed", strays, StringComparison.Ordinal);
    }

    internal static async Task<IEnumerable<string>> EventsOf(AcademyApp app, Guid subject) =>
        (await app.Events()).Where(e => e.Subject == subject && e.Type is not ("person-joined" or "enrolled")).Select(e => e.Type);

    private static PersonRow Row(string name, string email) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = name,
        Email = email,
        HiredOn = new DateOnly(2026, 1, 5),
        Language = "en",
        ContentLanguage = "en",
        Zone = "UTC",
    };

    private static (string, string)[] Newcomer(string name, string email, (string Name, string Value)[] other)
    {
        var fields = new Dictionary<string, string>
        {
            ["Name"] = name,
            ["Email"] = email,
            ["Roles"] = "Rep",
            ["HiredOn"] = "2026-11-30",
            ["Language"] = "en",
            ["Zone"] = "Asia/Shanghai",
            ["Password"] = "a river of one's own",
        };
        foreach (var (field, value) in other)
            fields[field] = value;
        return [.. fields.Select(f => (f.Key, f.Value))];
    }
}
