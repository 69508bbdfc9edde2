using System.Net;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Tests.Readiness;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class FirstLeadTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Whoever_reaches_tier_C_is_given_the_oldest_waiting_lead_at_once(Store store)
    {
        await using var app = new AcademyApp(store);
        var floor = new Floor(app);
        var learner = await Learner.Hire(app);
        var older = await floor.Arrives(Floor.Lead(company: "Kestrel Outdoor"));
        app.Time.Advance(TimeSpan.FromMinutes(10));
        var tooHigh = await floor.Arrives(Floor.Lead(Tier.Enterprise, "Meridian Cold Chain"));
        Assert.Equal(LeadState.Waiting, (await floor.Row(older)).State);

        await learner.AnswersEverything();
        await learner.Earns("sales-process");

        var given = await floor.Until(older, row => row.State == LeadState.Owned);
        Assert.Equal(learner.Id, given.Owner);
        Assert.Equal(LeadState.Waiting, (await floor.Row(tooHigh)).State);
        Assert.Contains(await app.Events(), e => e.Type == "lead-assigned" && e.Subject == older);
    }

    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task The_seller_reads_on_the_home_page_and_the_decision_page_what_was_given_and_why(string language)
    {
        await using var app = new AcademyApp();
        var floor = new Floor(app);
        var rep = await floor.Seller(Tier.C, language: language);
        await floor.Seller(Tier.Shadow, "Other Person");
        var lead = await floor.Arrives();
        using var browser = await app.SignIn(rep);

        var home = await browser.Open("/");
        var decision = await browser.Open($"/leads/decisions/{(await floor.DecisionOn(lead)).Id}");
        var why = await browser.Get($"/leads/{lead}/why");

        Assert.Contains("Kestrel Outdoor", home, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "Call Kestrel Outdoor: first contact by" : "联系Kestrel Outdoor：请在", home, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "You pass all 8 rules, and nobody else of the 2 sellers compared does." : "你满足全部 8 项规则；参与比较的 2 人中只有你符合。", decision, StringComparison.Ordinal);
        Assert.Contains("0.50", decision, StringComparison.Ordinal);
        Assert.DoesNotContain("Other Person", decision, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, why.StatusCode);
    }

    [Fact]
    public async Task The_form_of_sales_operations_gives_the_lead_in_the_same_command()
    {
        await using var app = new AcademyApp();
        var floor = new Floor(app);
        var rep = await floor.Seller(Tier.C, tags: new Tag("language", "zh"));
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));
        await browser.Open("/leads/new");

        var answer = await browser.Submit("/leads/new", ("Company", "Suzhou Hengrun"), ("Contact", "Sun Lei"), ("Email", "sun.lei@hengrun.example"), ("Tier", "C"), ("Currency", "CNY"), ("Language", "zh"));
        var twice = await browser.Submit("/leads/new", ("Company", "Suzhou Hengrun"), ("Contact", "Sun Lei"), ("Email", "Sun.Lei@hengrun.example"), ("Tier", "C"), ("Currency", "CNY"));
        var wrong = await browser.Submit("/leads/new", ("Company", ""), ("Contact", "Sun Lei"), ("Email", "nobody"), ("Tier", "Shadow"), ("Currency", "XXX"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var row = await floor.Row(Guid.Parse(answer.Headers.Location!.ToString()["/leads/".Length..]));
        Assert.Equal((LeadState.Owned, rep), (row.State, row.Owner!.Value));
        Assert.Equal(LeadState.Duplicate, (await floor.Row(Guid.Parse(twice.Headers.Location!.ToString()["/leads/".Length..]))).State);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Which company is it?", await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Suzhou Hengrun was given to you", await (await app.SignIn(rep)).Open("/notices"), StringComparison.Ordinal);
    }

    [Theory, InlineData("xx", "dana@kestrel.example", "Choose one of the values offered."), InlineData("en", "", "Write an e-mail address, or a phone number")]
    public async Task What_does_not_fit_is_said_in_words(string language, string email, string fault)
    {
        await using var app = new AcademyApp(withoutRounds: true);
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        var answer = await browser.Submit("/leads/new", ("Company", "Kestrel Outdoor"), ("Contact", "Dana"), ("Email", email), ("Tier", "C"), ("Currency", "CNY"), ("Language", language));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(fault, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
