using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class WhoSeesWhichLeadTests
{
    [Fact]
    public async Task Contact_fields_are_hidden_before_the_claim_and_shown_after_it()
    {
        await using var app = new AcademyApp();
        var floor = new Floor(app);
        var (rep, lead) = (await floor.Seller(Tier.C), await floor.InPool());
        using var browser = await app.SignIn(rep);

        foreach (var page in (string[])["/leads/pool", $"/leads/{lead}/why"])
        {
            var html = await browser.Open(page);
            Assert.Contains("Harbor and Pine", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Dana Whitfield", html, StringComparison.Ordinal);
            Assert.DoesNotContain("kestrel.example", html, StringComparison.Ordinal);
            Assert.DoesNotContain("7946", html, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/leads/{lead}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"/leads/{lead}/claim")).StatusCode);
        Assert.Contains("Dana Whitfield", await browser.Open($"/leads/{lead}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_is_there_for_its_owner_their_manager_and_sales_operations_only()
    {
        await using var app = new AcademyApp();
        var floor = new Floor(app);
        var (first, second) = (await app.Join("Manager One", Role.Manager), await app.Join("Manager Two", Role.Manager));
        var (north, south) = (await app.Team("North", first), await app.Team("South", second));
        var (owner, colleague) = (await floor.Seller(Tier.C, "Owner", north), await floor.Seller(Tier.Shadow, "Colleague", south));
        var lead = await floor.Arrives();
        var decision = (await floor.DecisionOn(lead)).Id;
        var operations = await app.Join("Omar Haddad", Role.SalesOps);

        foreach (var (person, sees) in ((Guid, bool)[])[(owner, true), (first, true), (operations, true), (colleague, false), (second, false)])
        {
            using var browser = await app.SignIn(person);
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.Get($"/leads/{lead}")).StatusCode);
            Assert.Equal(sees || person == colleague ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.Get($"/leads/decisions/{decision}")).StatusCode);
            if (!sees && person == colleague)
                foreach (var act in (string[])["won", "progress", "opportunity", "follow-ups", "return", "lost"])
                    Assert.Equal(HttpStatusCode.NotFound, (await browser.Submit($"/leads/{lead}/{act}", ("reason", "x"), ("Note", "x"))).StatusCode);
        }

        using var other = await app.SignIn(second);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Submit($"/leads/{lead}/transfer", ("to", colleague.ToString()))).StatusCode);
        Assert.DoesNotContain("Kestrel Outdoor", await other.Open("/leads/health"), StringComparison.Ordinal);
        Assert.Contains("Owner", await (await app.SignIn(operations)).Open($"/leads/decisions/{decision}"), StringComparison.Ordinal);
        Assert.Equal(owner, (await floor.Row(lead)).Owner);
    }

    [Theory, InlineData("en", "Why not me"), InlineData("zh-Hans", "为什么不是我")]
    public async Task A_lead_that_went_to_a_colleague_is_explained_for_two_weeks_without_a_name(string language, string asks)
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        await floor.Seller(Tier.C, "Noah Becker");
        var rep = await floor.Seller(Tier.Shadow, language: language);
        var decision = (await floor.DecisionOn(await floor.Arrives())).Id;
        using (var browser = await app.SignIn(rep))
        {
            var list = await browser.Open("/leads/decisions");
            var why = await browser.Open($"/leads/decisions/{decision}");

            Assert.Contains($"href=\"/leads/decisions/{decision}\">{asks}", list, StringComparison.Ordinal);
            Assert.Contains($"/leads/decisions/{decision}/contests", why, StringComparison.Ordinal);
            foreach (var secret in (string[])["Kestrel Outdoor", "Noah Becker", "Dana Whitfield"])
                Assert.DoesNotContain(secret, list + why, StringComparison.Ordinal);
        }

        app.Time.Advance(TimeSpan.FromDays(15));
        using var later = await app.SignIn(rep);
        Assert.DoesNotContain(decision.ToString(), await later.Open("/leads/decisions"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await later.Get($"/leads/decisions/{decision}")).StatusCode);
    }

    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task Why_not_me_names_what_is_missing_and_what_would_change_it(string language)
    {
        await using var app = new AcademyApp();
        var floor = new Floor(app);
        var rep = await floor.Seller(Tier.C, language: language);
        var lead = await floor.InPool(Tier.B, "Lanshi Medical", new Tag("language", "zh"));
        using var browser = await app.SignIn(rep);

        var why = await browser.Open($"/leads/{lead}/why");
        var refused = await browser.Submit($"/leads/{lead}/claim", ("tier", "C"), ("Owner", rep.ToString()), ("State", "Owned"));

        string[] expected = language == "en"
            ? ["2 of 7 rules were not met: Tier, Language, region, product.", "Reach tier B", "Ask your manager to add Chinese to your profile", "B or above"]
            : ["7 项规则中有 2 项未满足：等级、语言、地区与产品。", "升到B 级", "请经理加到你的档案", "B 级及以上"];
        Assert.All(expected, words => Assert.Contains(words, why, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(language == "en" ? "Not claimed. Tier: C." : "没有领取。等级：C 级。", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(await floor.Row(lead) is { State: LeadState.Pool, Owner: null, Tier: Tier.B });
    }

    [Fact]
    public async Task The_owner_works_the_lead_with_forms_and_refusals_are_said_on_the_page()
    {
        await using var app = new AcademyApp();
        var floor = new Floor(app);
        var (rep, lead) = (await floor.Seller(Tier.C), await floor.Arrives());
        using var browser = await app.SignIn(rep);
        if ((await floor.Row(lead)).Owner is null)
            await floor.Keeper.TryWaiting(TestContext.Current.CancellationToken);
        await browser.Open($"/leads/{lead}");

        var empty = await browser.Submit($"/leads/{lead}/return", ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Give a reason, for the next person.", await empty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"/leads/{lead}/follow-ups", ("Note", "Spoke with Dana"), ("Day", "2026-11-23"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"/leads/{lead}/progress", ("Stage", "discovery"), ("NextStep", "Send the summary"), ("NextStepOn", "2026-11-25"))).StatusCode);
        foreach (var (stage, day) in ((string, string)[])[("engaged", "2020-01-01"), ("engaged", "9999-12-31"), ("nowhere", "2026-11-25"), ("", "2026-11-25")])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit($"/leads/{lead}/progress", ("Stage", stage), ("NextStep", "Call"), ("NextStepOn", day))).StatusCode);
        var mine = await browser.Open("/leads");
        Assert.Contains("Send the summary, Wed 25 Nov", mine, StringComparison.Ordinal);
        await floor.Agrees(rep, lead);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit($"/leads/{lead}/won")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit($"/leads/{lead}/won", ("sum", "128000,00"))).StatusCode); // not twelve million
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"/leads/{lead}/won", ("sum", "128000.00"))).StatusCode);

        Assert.Equal(LeadState.Won, (await floor.Row(lead)).State);
        Assert.Equal(
            ["lead-arrived", "lead-assigned", "follow-up-recorded", "lead-progressed", "lead-progressed", "offer-review-asked", "offer-reviewed", "lead-progressed", "offer-review-asked", "offer-reviewed", "lead-won"],
            (await app.Events()).Where(e => e.Subject == lead).Select(e => e.Type));
    }

    [Fact]
    public async Task A_value_is_taken_as_it_is_written_or_not_at_all()
    {
        await using var app = new AcademyApp();
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        foreach (var (value, answer) in ((string, HttpStatusCode)[])[("12,50", HttpStatusCode.UnprocessableEntity), ("1.500", HttpStatusCode.UnprocessableEntity), ("1,234.5", HttpStatusCode.UnprocessableEntity), ("-1", HttpStatusCode.UnprocessableEntity), (" 1500.5 ", HttpStatusCode.Redirect), ("", HttpStatusCode.Redirect)])
            Assert.Equal(answer, (await browser.Submit("/leads/new", ("Company", "Kestrel Outdoor"), ("Contact", "Dana Whitfield"), ("Email", $"{Guid.NewGuid():N}@kestrel.example"), ("Tier", "C"), ("Value", value), ("Currency", "EUR"))).StatusCode);

        await using var db = app.Read();
        Assert.Equal([null, 1500.5m], (await db.Set<LeadRow>().Select(l => l.Value).ToListAsync(TestContext.Current.CancellationToken)).Order());
    }

    [Theory, InlineData(""), InlineData(" "), InlineData("XBT")]
    public async Task A_lead_without_a_known_currency_is_refused_in_words_and_does_not_come_in(string currency)
    {
        await using var app = new AcademyApp();
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        var answer = await browser.Submit("/leads/new", ("Company", "Kestrel Outdoor"), ("Contact", "Dana Whitfield"), ("Email", "dana@kestrel.example"), ("Tier", "C"), ("Value", "128000"), ("Currency", currency));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(await app.Events(), e => e.Type == "lead-arrived");
    }

    [Fact]
    public async Task Sales_operations_see_how_long_leads_wait_and_why_nobody_gets_them()
    {
        await using var app = new AcademyApp();
        var floor = new Floor(app);
        await floor.Seller(Tier.C, "Lin Yue");
        var lead = await floor.Arrives(Floor.Lead(Tier.Enterprise, "Meridian Cold Chain"));
        app.Time.Advance(TimeSpan.FromMinutes(50));
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        var health = await browser.Open("/leads/health");
        var decision = await browser.Open($"/leads/decisions/{(await floor.DecisionOn(lead)).Id}");

        Assert.Contains("Nobody yet, mostly: Tier", health, StringComparison.Ordinal);
        Assert.Contains("50 min", health, StringComparison.Ordinal);
        Assert.Contains("Of 1 sellers compared, nobody passed every rule, so the lead waits.", decision, StringComparison.Ordinal);
        Assert.Contains("Who did not pass, by first rule missed", decision, StringComparison.Ordinal);
    }
}
