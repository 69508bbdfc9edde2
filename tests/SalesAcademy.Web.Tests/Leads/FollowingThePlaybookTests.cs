using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class FollowingThePlaybookTests
{
    [Fact]
    public async Task The_lead_says_what_its_stage_asks_for_and_the_lesson_is_one_click_away()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (seller, lead) = (await floor.Seller(Tier.C, language: "zh-Hans"), await floor.InPool());
        await floor.Claim(seller, lead);
        using var browser = await app.SignIn(seller);

        var first = await browser.Open($"/leads/{lead}");
        await Progress(browser, lead, "engaged");
        var second = await browser.Open($"/leads/{lead}");

        Assert.Contains("当前阶段：新线索", first, StringComparison.Ordinal);
        Assert.Contains("href=\"/courses/leads-and-pool/read-before-you-touch\"", first, StringComparison.Ordinal);
        Assert.Contains("客户接受了有日期的会面。", second, StringComparison.Ordinal);
        Assert.Contains("href=\"/courses/sales-process/next-step\"", second, StringComparison.Ordinal);
        Assert.Equal([new LeadProgressed(lead, seller, "new", "engaged", app.Clock.Today)], (await app.Events()).Where(e => e.Type == "lead-progressed").Select(e => (LeadProgressed)EventTrunk.Read(e)));
    }

    [Fact]
    public async Task A_stage_that_has_left_the_playbook_stays_with_its_leads_and_is_offered_to_no_other()
    {
        using var content = new ContentCopy();
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        var floor = new Floor(app);
        var seller = await floor.Seller(Tier.C);
        var (lead, other) = (await floor.InPool(), await floor.InPool());
        await floor.Claim(seller, lead);
        await floor.Claim(seller, other);
        using var browser = await app.SignIn(seller);
        await Progress(browser, lead, "engaged");

        content.Replace("playbook.yml", "id: engaged", "id: in-touch");
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Features.Courses.Library>(app.Services).Load();

        Assert.Contains("value=\"engaged\" selected", await browser.Open($"/leads/{lead}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Progress(browser, lead, "engaged")).StatusCode);
        Assert.DoesNotContain("value=\"engaged\"", await browser.Open($"/leads/{other}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Progress(browser, other, "engaged")).StatusCode);
    }

    [Fact]
    public async Task A_second_tab_does_not_undo_what_the_first_has_saved()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (seller, lead) = (await floor.Seller(Tier.C), await floor.InPool());
        await floor.Claim(seller, lead);
        using var browser = await app.SignIn(seller);
        var seen = Regex.Match(await browser.Open($"/leads/{lead}"), "name=\"Seen\" value=\"([0-9a-f]+)\"").Groups[1].Value;

        var first = await browser.Submit($"/leads/{lead}/progress", ("Stage", "engaged"), ("NextStep", "Demo on site"), ("Seen", seen));
        var second = await browser.Submit($"/leads/{lead}/progress", ("Stage", "new"), ("NextStep", "Call"), ("Seen", seen));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        await using var db = app.Read();
        var row = await db.Set<LeadRow>().SingleAsync(l => l.Id == lead, TestContext.Current.CancellationToken);
        Assert.Equal(("engaged", "Demo on site"), (row.Stage, row.NextStep));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Conversion_counts_each_time_a_lead_was_taken_by_the_furthest_stage(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var manager = await app.Join("Zhou Mingzhe", Role.Manager);
        var team = await app.Team("North", manager);
        var (seller, stranger) = (await floor.Seller(Tier.C, team: team), await floor.Seller(Tier.C, "Noah Becker"));
        foreach (var (by, furthest, end) in ((Guid, string?, string)[])[(seller, null, ""), (seller, "engaged", ""), (seller, "discovery", "lost"), (seller, "engaged", "won"), (stranger, "decision", "won")])
        {
            var lead = await floor.InPool();
            await floor.Claim(by, lead);
            if (end == "won")
                await floor.Agrees(by, lead);
            if (furthest is not null)
                Assert.IsType<Accepted<Done>>(await floor.Pool.Progress(app.Clock.Act(by), lead, by, furthest, null, null));
            app.Time.Advance(TimeSpan.FromMinutes(5));
            if (end == "lost")
                await floor.Pool.Progress(app.Clock.Act(by), lead, by, "new", null, null); // back again: the furthest counts
            if (end == "won")
                await floor.Pool.Win(app.Clock.Act(by), lead, by);
            else if (end == "lost")
                await floor.Pool.Lose(app.Clock.Act(by, "No budget"), lead, by);
        }

        using var browser = await app.SignIn(manager);
        var page = await browser.Open("/leads/stages");

        Assert.Contains("4 leads taken", page, StringComparison.Ordinal); // those of the team
        Assert.Equal(
            [("New", 4, 3, 1), ("Engaged", 3, 2, 1), ("Discovery", 2, 1, 0), ("Proposal", 1, 1, 0), ("Decision", 1, 1, 0)],
            Rows(page));
        var behind = await browser.Open("/leads/stages?stage=discovery&of=Came");
        Assert.Contains("Came to Discovery", behind, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(behind, "href=\"/leads/[0-9a-f-]{36}\"", RegexOptions.None, TimeSpan.FromSeconds(2))); // as many as the figure says
        Assert.DoesNotContain("Noah Becker", behind, StringComparison.Ordinal);
        Assert.Contains("Nothing stands behind this figure now", await browser.Open("/leads/stages?stage=proposal&of=Open"), StringComparison.Ordinal);
        Assert.Contains("<code>elsewhere</code>", await browser.Open("/leads/stages?stage=elsewhere"), StringComparison.Ordinal);
        await using var db = app.Read();
        Assert.Equal(8, await db.Set<LeadStageRow>().CountAsync(TestContext.Current.CancellationToken));
    }

    private static Task<HttpResponseMessage> Progress(Browser browser, Guid lead, string stage) => browser.Submit($"/leads/{lead}/progress", ("Stage", stage));

    private static IEnumerable<(string, int, int, int)> Rows(string page) =>
        Regex.Matches(page, "(?s)<th class=\"main\" scope=\"row\">(?<name>[^<]+)</th>\\s*<td[^>]*>(<a [^>]*>)?(?<came>\\d+)(</a>)?</td>\\s*<td[^>]*>(<a [^>]*>)?(?<on>\\d+)(</a>)?</td>\\s*<td[^>]*>[^<]*</td>\\s*<td[^>]*>(<a [^>]*>)?(?<open>\\d+)(</a>)?</td>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2))
            .Select(row => (row.Groups["name"].Value, Number(row, "came"), Number(row, "on"), Number(row, "open")));

    private static int Number(Match row, string name) => int.Parse(row.Groups[name].Value, System.Globalization.CultureInfo.InvariantCulture);
}
