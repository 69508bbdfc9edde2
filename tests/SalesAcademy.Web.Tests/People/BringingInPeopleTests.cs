using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.People.Import;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Tests.People;

/// <summary>A file of joiners, movers and leavers: seen first, then carried out as a whole.</summary>
public sealed class BringingInPeopleTests
{
    private const string TwoNames = "邮箱,姓名,拉丁字母姓名,团队,入职日期,语言\nnana@example.com,欧阳娜娜,Nana Ouyang,East,2026/11/20,简体中文\nzoe@example.com,Zoë O'Brien-Łukasiewicz,,East,2026年11月21日,\n";

    [Theory, InlineData("utf-8", false), InlineData("utf-8", true), InlineData("GB18030", false), InlineData("utf-16", true), InlineData("utf-16BE", true)]
    public async Task Names_come_in_intact_in_every_encoding_a_spreadsheet_writes(string encoding, bool withMark)
    {
        await using var app = new AcademyApp();
        await app.Team("East");
        using var hr = await app.SignIn(await app.Join("Sun Jie", Role.Hr));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Encoding.GetEncoding(encoding);

        await CarryOut(hr, [.. withMark ? text.GetPreamble() : [], .. text.GetBytes(TwoNames)]);

        await using var db = app.Read();
        var people = await db.Set<PersonRow>().Where(p => p.Email.EndsWith("@example.com") && p.TeamId != null).OrderBy(p => p.Email).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([("欧阳娜娜", "Nana Ouyang", new(2026, 11, 20), "zh-Hans"), ("Zoë O'Brien-Łukasiewicz", null, new DateOnly(2026, 11, 21), "en")], people.Select(p => (p.Name, p.LatinName, p.HiredOn, p.Language)));
        Assert.All(people, p => Assert.Equal(Role.Rep, db.Set<RoleRow>().Single(r => r.PersonId == p.Id).Role));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Joiners_movers_and_leavers_come_in_one_file_and_the_same_file_again_changes_nothing(Store store)
    {
        await using var app = new AcademyApp(store);
        var (east, west) = (await app.Team("East"), await app.Team("West"));
        var mover = await app.Join("Wei Zhang", Role.Rep, east);
        var leaver = await app.Join("Li Na", Role.Rep, east);
        using var hr = await app.SignIn(await app.Join("Sun Jie", Role.Hr));
        using var gone = await app.SignIn(leaver);
        var file = Encoding.UTF8.GetBytes($"E-mail;Name;Team;First day;Status\nnew@example.com;New Person;West;2026-11-30;\n{mover:N}@example.com;;West;;\n{leaver:N}@example.com;;;;leaves\n");
        var before = (await app.Events()).Count;

        await CarryOut(hr, file);

        await using var db = app.Read();
        var joiner = await db.Set<PersonRow>().SingleAsync(p => p.Email == "new@example.com", TestContext.Current.CancellationToken);
        Assert.Equal([("person-joined", joiner.Id), ("team-changed", mover), ("person-suspended", leaver)],
            (await app.Events()).Skip(before).Where(e => e.Type is "person-joined" or "team-changed" or "person-suspended").Select(e => (e.Type, e.Subject)));
        Assert.Equal((west, "Wei Zhang"), await db.Set<PersonRow>().SingleAsync(p => p.Id == mover, TestContext.Current.CancellationToken) is var moved ? (moved.TeamId, moved.Name) : default);
        Assert.Equal("Li Na", (await db.Set<PersonRow>().SingleAsync(p => p.Id == leaver && p.SuspendedAt != null, TestContext.Current.CancellationToken)).Name);
        Assert.Equal(HttpStatusCode.Redirect, (await gone.Get("/")).StatusCode);

        var events = (await app.Events()).Count;
        await CarryOut(hr, file);
        Assert.Equal(events, (await app.Events()).Count);
    }

    [Fact]
    public async Task A_file_in_which_a_row_is_wrong_changes_nobody_and_says_which_rows_and_why()
    {
        await using var app = new AcademyApp();
        await app.Team("East");
        using var hr = await app.SignIn(await app.Join("Sun Jie", Role.Hr));
        var file = Encoding.UTF8.GetBytes("email,name,team,first day,roles\ngood@example.com,Good,East,2026-11-20,\nbad,Bad,Nowhere,20/11/2026,king\ngood@example.com,Twice,,2026-11-20,\nboss@example.com,Boss,,2026-11-20,Manager\n");
        var before = (await app.Events()).Count;

        var address = await Look(hr, file);
        var page = WebUtility.HtmlDecode(await hr.Open(address));
        var report = new CsvReader(await (await hr.Get($"{address}/report.csv")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), ',').Rows().Skip(1).Select(row => (row.Cells[0], row.Cells[3], row.Cells[4])).ToArray();
        var answer = await hr.Submit(address, ("Seal", SealIn(page)), ("GiveRights", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(before, (await app.Events()).Count);
        Assert.Equal([("2", "Joins"), ("3", "Wrong"), ("4", "Wrong"), ("5", "Wrong")], report.Select(row => (row.Item1, row.Item2)));
        foreach (var why in (string[])["“bad” is not an e-mail address", "no team “Nowhere”", "“20/11/2026” is no day", "“king” is no role"])
            Assert.Contains(why, report[1].Item3, StringComparison.Ordinal);
        Assert.Contains("row 2 already", report[2].Item3, StringComparison.Ordinal);
        Assert.Contains("Only an administrator", report[3].Item3, StringComparison.Ordinal);
        Assert.Contains("“20/11/2026” is no day", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_beyond_the_sellers_are_shown_and_given_only_by_a_tick_of_somebody_who_may()
    {
        await using var app = new AcademyApp();
        var team = await app.Team("East");
        using var administrator = await app.SignIn(await app.Join("Priya", Role.Admin));
        var file = Encoding.UTF8.GetBytes("email,name,first day,roles,answers for\nboss@example.com,Boss,2026-11-20,Rep; Manager,East\n");

        var address = await Look(administrator, file);
        var page = await administrator.Open(address);
        var unticked = await administrator.Submit(address, ("Seal", SealIn(page)));
        await using (var db = app.Read())
            Assert.False(await db.Set<PersonRow>().AnyAsync(p => p.Email == "boss@example.com", TestContext.Current.CancellationToken));
        var ticked = await administrator.Submit(address, ("Seal", SealIn(page)), ("GiveRights", "true"));

        Assert.Contains("Rep, Manager", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (unticked.StatusCode, ticked.StatusCode));
        await using var after = app.Read();
        Assert.Equal(team, (await after.Set<TeamManagerRow>().SingleAsync(TestContext.Current.CancellationToken)).TeamId);
    }

    [Fact]
    public async Task Nobody_comes_to_answer_for_whom_they_answer_to_and_administrators_are_not_touched()
    {
        await using var app = new AcademyApp();
        var chief = await app.Join("Chief", Role.Manager);
        var east = await app.Team("East", chief);
        var lead = await app.Join("Lead", Role.Manager, east);
        await app.Team("Chiefs");
        var administrator = await app.Join("Priya", Role.Admin);
        using var hr = await app.SignIn(await app.Join("Sun Jie", Role.Hr));

        var address = await Look(hr, Encoding.UTF8.GetBytes($"email,team,answers for,status\n{chief:N}@example.com,Chiefs,,\n{lead:N}@example.com,,Chiefs,\n{administrator:N}@example.com,,,leaves\n"));
        var page = WebUtility.HtmlDecode(await hr.Open(address));

        Assert.Equal(2, page.Split("answer for each other in a circle").Length - 1);
        Assert.Contains("by hand alone", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_carried_out_is_what_was_seen()
    {
        await using var app = new AcademyApp();
        await app.Team("East");
        var rep = await app.Join("Wei Zhang", Role.Rep);
        using var hr = await app.SignIn(await app.Join("Sun Jie", Role.Hr));
        var address = await Look(hr, Encoding.UTF8.GetBytes($"email,team\n{rep:N}@example.com,East\n"));
        var seal = SealIn(await hr.Open(address));
        await hr.Submit($"/people/{rep}/suspension", ("Reason", "Left"));

        var answer = await hr.Submit(address, ("Seal", seal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("have changed since", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_answers_for_a_team_from_now_on_sees_its_people_and_whoever_did_does_not()
    {
        await using var app = new AcademyApp();
        var before = await app.Join("Before", Role.Manager);
        var east = await app.Team("East", before);
        var after = await app.Join("After", Role.Manager);
        var rep = await app.Join("Wei Zhang", Role.Rep, east, "sdr");
        using var hr = await app.SignIn(await app.Join("Sun Jie", Role.Hr));
        using var gone = await app.SignIn(before);
        using var comes = await app.SignIn(after);
        await gone.Open($"/readiness/{rep}");

        await CarryOut(hr, Encoding.UTF8.GetBytes($"email,answers for\n{before:N}@example.com,-\n{after:N}@example.com,East\n"));

        Assert.Equal(HttpStatusCode.NotFound, (await gone.Get($"/readiness/{rep}")).StatusCode);
        await comes.Open($"/readiness/{rep}");
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Thousands_of_rows_come_in_by_one_transaction_and_again_without_any(Store store)
    {
        var rows = Thorough.Times(1_000, 10_000);
        await using var app = new AcademyApp(store);
        await app.Team("East");
        var text = new StringBuilder("email,name,team,first day\n");
        for (var i = 0; i < rows; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"person{i}@example.com,人员 {i},East,2026-11-20\n");
        var columns = app.Services.GetRequiredService<StaffColumns>();
        var sheet = ((Accepted<StaffSheet>)StaffSheet.Open(Encoding.UTF8.GetBytes(text.ToString()), columns, 20_000)).Value;
        var carryOut = app.Services.GetRequiredService<CarryOutPlan>();

        var watch = Stopwatch.StartNew();
        var joined = await carryOut.Run(app.Clock.Act(), sheet, new Consent(null, GivesRights: false), TestContext.Current.CancellationToken);
        var first = watch.Elapsed;
        watch.Restart();
        var again = await carryOut.Run(app.Clock.Act(), sheet, new Consent(null, GivesRights: false), TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine($"{store}: {rows} joiners in {first.TotalSeconds:F1} s, again in {watch.Elapsed.TotalSeconds:F1} s");

        Assert.Equal((rows, 0), (((Accepted<int>)joined).Value, ((Accepted<int>)again).Value));
        Assert.Equal(rows, (await app.Events()).Count(e => e.Type == "person-joined"));
    }

    [Fact]
    public async Task The_command_looks_and_carries_out_by_the_same_rules()
    {
        await using var app = new AcademyApp();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "email,name,first day,roles\nboss@example.com,Boss,2026-11-20,Manager\n", TestContext.Current.CancellationToken);
        var command = app.Services.GetServices<ICommand>().Single(command => command.Name == "people import");

        Assert.Equal(0, await command.Run(null!, [file, "--dry-run"])); // needs no application of its own
        Assert.Equal(2, await command.Run(null!, [file + ".not-there", "--dry-run"]));

        await using var db = app.Read();
        Assert.False(await db.Set<PersonRow>().AnyAsync(TestContext.Current.CancellationToken));
        File.Delete(file);
    }

    private static async Task CarryOut(Browser browser, byte[] file)
    {
        var address = await Look(browser, file);
        var answer = await browser.Submit(address, ("Seal", SealIn(await browser.Open(address))), ("GiveRights", "true"));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private static async Task<string> Look(Browser browser, byte[] file)
    {
        using var form = new MultipartFormDataContent();
        using var sheet = new ByteArrayContent(file);
        sheet.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(sheet, "Sheet", "people.csv");
        form.Add(new StringContent(await browser.AntiforgeryToken()), "__RequestVerificationToken");
        var answer = await browser.Http.PostAsync("/people/import", form, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{(int)answer.StatusCode}");
        return answer.Headers.Location!.ToString();
    }

    private static string SealIn(string page) => page.Split("name=\"Seal\" value=\"")[1].Split('"')[0];
}
