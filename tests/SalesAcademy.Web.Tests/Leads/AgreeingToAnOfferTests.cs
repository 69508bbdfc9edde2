using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Web.Tests.Leads;

/// <summary>The playbook of this academy asks finance to agree to the proposal, and then to the contract.</summary>
public sealed class AgreeingToAnOfferTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_lead_goes_past_the_stage_and_is_won_only_with_an_agreement_to_the_offer_as_it_is_worded_now(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var (seller, lead) = (await floor.Seller(Tier.C), await floor.InPool());
        var finance = await app.Join("Feng Ya", Role.Finance);
        await floor.Claim(seller, lead);

        Assert.Equal("review-early", Refused(await floor.Pool.AskReview(app.Clock.Act(seller), lead, seller, OfferKind.Proposal, Floor.Offer())));
        Assert.Equal("review-needed", Floor.Refused(await To("decision")));
        Assert.Equal("review-needed", Floor.Refused(await floor.Pool.Win(app.Clock.Act(seller), lead, seller)));
        var first = await floor.Asks(seller, lead);
        Assert.Equal("offer-same", Refused(await floor.Pool.AskReview(app.Clock.Act(seller), lead, seller, OfferKind.Proposal, Floor.Offer())));
        Assert.Equal("review-needed", Floor.Refused(await To("decision")));
        Assert.IsType<Accepted<Guid>>(await floor.Decides(finance, first, OfferRuling.AgreedWithConditions, "Paid within 30 days"));
        Assert.IsType<Accepted<Done>>(await To("decision"));
        var second = await floor.Asks(seller, lead, Floor.Offer(99000)); // the agreement was about another sum
        Assert.Equal("review-decided", Refused(await floor.Decides(finance, first)));
        Assert.Equal("review-needed", Floor.Refused(await floor.Pool.Win(app.Clock.Act(seller), lead, seller)));
        Assert.IsType<Accepted<Guid>>(await floor.Decides(finance, second, OfferRuling.SentBack, "Too low"));
        Assert.Equal("review-needed", Floor.Refused(await floor.Pool.Win(app.Clock.Act(seller), lead, seller)));
        var third = await floor.Asks(seller, lead, Floor.Offer(120000));
        Assert.IsType<Accepted<Guid>>(await floor.Decides(finance, third));
        Assert.Equal("review-needed", Floor.Refused(await floor.Pool.Win(app.Clock.Act(seller), lead, seller))); // and the contract
        await floor.AgreesToContract(finance, seller, lead, Floor.Offer(120000));
        Assert.Equal("sum-not-agreed", Floor.Refused(await floor.Pool.Win(app.Clock.Act(seller), lead, seller, 128000)));
        Assert.IsType<Accepted<Done>>(await floor.Pool.Win(app.Clock.Act(seller), lead, seller, 120000));

        await using var db = app.Read();
        Assert.Equal([(1, OfferRuling.AgreedWithConditions), (2, OfferRuling.SentBack), (3, OfferRuling.Agreed)], (await db.Set<ReviewRow>().Where(r => r.Of == OfferKind.Proposal).OrderBy(r => r.Version).ToListAsync(TestContext.Current.CancellationToken)).Select(r => (r.Version, r.Ruling!.Value)));
        Assert.Equal((120000m, "GBP"), await db.Set<OwnershipRow>().Where(o => o.Lead == lead).Select(o => new ValueTuple<decimal, string>(o.Sum!.Value, o.Currency!)).SingleAsync(TestContext.Current.CancellationToken));

        Task<Decision<Done>> To(string stage) => floor.Pool.Progress(app.Clock.Act(seller), lead, seller, stage, null, null);
    }

    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task The_seller_asks_on_the_page_of_the_lead_and_finance_decides_with_a_reason(string language)
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (seller, lead) = (await floor.Seller(Tier.C, language: language), await floor.InPool());
        var finance = await app.Join("Feng Ya", Role.Finance, language: language);
        await floor.Claim(seller, lead);
        using var browser = await app.SignIn(seller);
        Assert.DoesNotContain($"/leads/{lead}/offers", await browser.Open($"/leads/{lead}"), StringComparison.Ordinal);
        await browser.Submit($"/leads/{lead}/progress", ("Stage", "proposal"));

        var before = await browser.Open($"/leads/{lead}");
        foreach (var (field, wrong) in ((string, string)[])[("Sum", "much"), ("Sum", "-1"), ("Sum", "24500,50"), ("Discount", "7,5"), ("Discount", "110"), ("Currency", "x"), ("Link", "http://here.example"), ("Terms", new string('x', 2001))])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit($"/leads/{lead}/offers", Fields((field, wrong)))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit($"/leads/{lead}/offers", Fields(("Terms", " ")))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"/leads/{lead}/offers", Fields())).StatusCode);
        using var desk = await app.SignIn(finance);
        var today = await desk.Open("/");
        var review = await Review(app, lead);
        var page = await desk.Open($"/leads/reviews/{review.Id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Submit($"/leads/reviews/{review.Id}/decision", ("Ruling", "Agreed"), ("Reason", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Submit($"/leads/reviews/{review.Id}/decision", ("Reason", "Fine"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Submit($"/leads/reviews/{review.Id}/decision", ("Ruling", "AgreedWithConditions"), ("Reason", "Deposit first"))).StatusCode);
        var after = await browser.Open($"/leads/{lead}");

        var english = language == "en";
        Assert.Contains(english ? "finance has to agree to what you offer" : "须先由财务评审方案", before, StringComparison.Ordinal);
        Assert.Contains(english ? "1 offer waits for your agreement" : "有 1 份方案等你评审", today, StringComparison.Ordinal);
        Assert.Contains("Harbor and Pine", page, StringComparison.Ordinal);
        Assert.Contains("£128,000", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Dana Whitfield", page, StringComparison.Ordinal); // finance does not call the customer
        Assert.Contains("Deposit first", after, StringComparison.Ordinal);
        Assert.Contains(english ? "Agreed with conditions" : "有条件通过", after, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"/leads/{lead}/progress", ("Stage", "decision"))).StatusCode);
        Assert.Contains("Harbor and Pine", await desk.Open("/leads/reviews"), StringComparison.Ordinal);
        Assert.Equal(["offer-review-asked", "offer-reviewed"], (await app.Events()).Where(e => e.Type.StartsWith("offer-", StringComparison.Ordinal)).Select(e => e.Type));
        Assert.DoesNotContain(await app.Events(), e => e.Json.Contains("Deposit", StringComparison.Ordinal) || e.Json.Contains("Two years", StringComparison.Ordinal));

        static (string, string)[] Fields(params (string Name, string Value)[] other)
        {
            (string Name, string Value)[] usual = [("Of", "Proposal"), ("Sum", "128000"), ("Currency", "GBP"), ("Discount", "5"), ("Terms", "Two years, paid yearly"), ("Link", "")];
            return [.. usual.Where(field => other.All(o => o.Name != field.Name)), .. other];
        }
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task The_reviewers_are_reminded_on_the_last_working_day_and_those_above_are_told_when_it_is_over_once(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var manager = await app.Join("Zhou Mingzhe", Role.Manager);
        var seller = await floor.Seller(Tier.C, team: await app.Team("North", manager));
        var (finance, lead) = (await app.Join("Feng Ya", Role.Finance), await floor.InPool());
        app.Time.Advance(TimeSpan.FromDays(3)); // Thursday, so that two working days end on Monday
        await floor.Hold(seller, Tier.C);
        await floor.Claim(seller, lead);
        await floor.Asks(seller, lead);

        for (var day = 0; day < 7; day++)
        {
            await floor.Keeper.KeepDay(TestContext.Current.CancellationToken);
            await floor.Keeper.KeepDay(TestContext.Current.CancellationToken);
            app.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(new DateOnly(2026, 11, 30), (await Review(app, lead)).DueOn);
        Assert.Equal([("review-asked", 26), ("review-due", 30), ("review-late", 1)], await Notices(finance));
        Assert.Equal([("review-late", 1)], await Notices(manager));

        async Task<IEnumerable<(string, int)>> Notices(Guid person)
        {
            await using var db = app.Read();
            return (await db.Set<NoticeRow>().Where(n => n.Person == person && n.Kind.StartsWith("review-")).OrderBy(n => n.Sequence).ToListAsync(TestContext.Current.CancellationToken)).Select(n => (n.Kind, n.At.Day));
        }
    }

    [Fact]
    public async Task The_open_request_goes_with_the_lead_and_nobody_decides_about_their_own()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (seller, next, lead) = (await floor.Seller(Tier.C), await floor.Seller(Tier.C, "Noah Becker"), await floor.InPool());
        await floor.Claim(seller, lead);
        var review = await floor.Asks(seller, lead);
        await floor.Write(entry => Task.FromResult(entry.Db.Add(new Features.People.RoleRow { PersonId = next, Role = Role.Finance, GrantedAt = entry.Act.At })));
        var manager = await app.Join("Zhou Mingzhe", Role.Manager);

        Assert.IsType<Accepted<Done>>(await floor.Pool.Transfer(app.Clock.Act(manager, "Better placed"), lead, next));

        Assert.Equal("review-own", Refused(await floor.Decides(next, review)));
        Assert.Equal("not-owner", Refused(await floor.Pool.AskReview(app.Clock.Act(seller), lead, seller, OfferKind.Proposal, Floor.Offer(1))));
        Assert.IsType<Accepted<Guid>>(await floor.Decides(await app.Join("Feng Ya", Role.Finance), review));
        using var browser = await app.SignIn(next);
        Assert.Contains("Within limits", await browser.Open($"/leads/{lead}"), StringComparison.Ordinal);
        Assert.Equal("not-found", Refused(await floor.Decides(await app.Join("Wu Tong", Role.SalesOps), review))); // the playbook asks finance
    }

    [Fact]
    public async Task Where_the_playbook_asks_for_no_review_a_lead_is_won_for_what_its_owner_says()
    {
        using var content = new ContentCopy();
        foreach (var of in (string[])["proposal", "contract"])
            content.Replace("playbook.yml", $"    review: {{ of: {of}, by: finance, within: 2 d }}\n", "");
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        var floor = new Floor(app);
        var (seller, lead) = (await floor.Seller(Tier.C), await floor.InPool());
        await floor.Claim(seller, lead);
        using var browser = await app.SignIn(seller);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit($"/leads/{lead}/won", ("sum", "a lot"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"/leads/{lead}/won", ("sum", "4500"))).StatusCode);

        Assert.Contains("£4,500", await browser.Open($"/leads/{lead}"), StringComparison.Ordinal);
    }

    private static async Task<ReviewRow> Review(AcademyApp app, Guid lead)
    {
        await using var db = app.Read();
        return await db.Set<ReviewRow>().SingleAsync(r => r.Lead == lead, TestContext.Current.CancellationToken);
    }

    private static string Refused(Decision<Guid> decision) => Assert.IsType<Refused<Guid>>(decision).Reason.Key;
}
