using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class SeveralPoolsTests
{
    private const string File = "policies/pools.yml";

    private const string Hidden =
        """
        pools:
          - id: key
            name: { en: Key accounts, zh-Hans: 大客户公海 }
            takes: { tier: [A, Enterprise] }
            members: { teams: [North] }
            seen-by: members
          - id: rest
            name: { en: Everything else, zh-Hans: 其他线索 }
            takes: everything
            members: everyone

        """;

    private static readonly string Shown = Hidden.Replace("seen-by: members", "seen-by: everyone", StringComparison.Ordinal);

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Leads_are_given_among_those_who_stand_in_their_pool_and_claimed_by_every_member(Store store)
    {
        using var content = new ContentCopy().Text(File, Hidden);
        await using var app = new AcademyApp(store, content.Settings, withoutRounds: true);
        var (floor, north) = (new Floor(app), await app.Team("North"));
        var (member, other) = (await floor.Seller(Tier.A, "Member", north), await floor.Seller(Tier.A, "Other"));

        var (key, plain) = (await floor.Arrives(Floor.Lead(Tier.A)), await floor.Arrives());
        var (ofKey, ofRest) = (await floor.InPool(Tier.A), await floor.InPool());

        Assert.Equal((member, other), ((await floor.Row(key)).Owner, (await floor.Row(plain)).Owner));
        Assert.Equal("not-found", Floor.Refused(await floor.Claim(other, ofKey)));
        Assert.IsType<Accepted<Done>>(await floor.Claim(member, ofRest));
        Assert.IsType<Accepted<Done>>(await floor.Claim(member, ofKey));
        Assert.Equal(Rule.Conflict, Floor.RefusedBy(await floor.Pool.Transfer(app.Clock.Act(), key, other)));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_hidden_pool_is_not_there_for_strangers_on_any_page(Store store)
    {
        using var content = new ContentCopy().Text(File, Hidden);
        await using var app = new AcademyApp(store, content.Settings, withoutRounds: true);
        var (floor, first, second) = (new Floor(app), await app.Join("Manager One", Role.Manager), await app.Join("Manager Two", Role.Manager));
        var (north, south) = (await app.Team("North", first), await app.Team("South", second));
        var (member, other) = (await floor.Seller(Tier.A, "Member", north), await floor.Seller(Tier.A, "Other", south));
        var (key, _) = (await floor.InPool(Tier.A, "Meridian Cold Chain"), await floor.InPool(Tier.C, "Harbor and Pine"));

        foreach (var (person, sees) in ((Guid, bool)[])[(member, true), (other, false)])
        {
            using var browser = await app.SignIn(person);
            var pool = await browser.Open("/leads/pool");
            Assert.Equal((sees, sees, true), (pool.Contains("Meridian Cold Chain", StringComparison.Ordinal), pool.Contains("Key accounts", StringComparison.Ordinal), pool.Contains("Harbor and Pine", StringComparison.Ordinal)));
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.Get($"/leads/{key}/why")).StatusCode);
            if (!sees)
                Assert.All([(await browser.Submit($"/leads/{key}/claim")).StatusCode, (await browser.Submit($"/leads/{key}/contests", ("Reason", "x"))).StatusCode], status => Assert.Equal(HttpStatusCode.NotFound, status));
        }

        foreach (var (person, sees) in ((Guid, bool)[])[(first, true), (second, false), (await app.Join("Omar Haddad", Role.SalesOps), true)])
        {
            using var browser = await app.SignIn(person);
            var health = await browser.Open("/leads/health?show=Pool");
            Assert.Equal(sees, health.Contains("Meridian Cold Chain", StringComparison.Ordinal));
            Assert.Equal(sees ? 2 : 1, health.Split("scope=\"row\" class=\"main\"").Length - 1);
            Assert.Contains("Harbor and Pine", await browser.Open("/leads/health?pool=rest"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Figures_of_what_came_in_leave_out_pools_hidden_from_the_reader()
    {
        using var content = new ContentCopy().Text(File, Hidden);
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        var (floor, first, second) = (new Floor(app), await app.Join("Manager One", Role.Manager), await app.Join("Manager Two", Role.Manager));
        var (north, south) = (await app.Team("North", first), await app.Team("South", second));
        var (member, other) = (await floor.Seller(Tier.C, "Member", north), await floor.Seller(Tier.C, "Other", south));
        await floor.InPool(Tier.A, "Meridian Cold Chain");
        await floor.InPool(Tier.C, "Harbor and Pine");
        app.Time.Advance(TimeSpan.FromDays(1)); // days that are over are counted
        await using var db = app.Read();
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var people = services.GetRequiredService<IPersonSource>();

        foreach (var (person, came) in ((Guid, int)[])[(first, 2), (second, 1), (await app.Join("Omar Haddad", Role.SalesOps), 2)])
            Assert.Equal(came, (await services.GetRequiredService<BottleneckReader>().Read((await people.Find(person, TestContext.Current.CancellationToken))!, new BottleneckQuery(), TestContext.Current.CancellationToken)).Inflow.Count);
        foreach (var (person, came) in ((Guid, int)[])[(member, 2), (other, 1)])
            Assert.Equal(came, (await UnlockPage.Read(
                db, services.GetRequiredService<Sellers>(), services.GetRequiredService<Prospects>(), services.GetRequiredService<Inflows>(), services.GetRequiredService<Library>(), app.Clock,
                (await people.Find(person, TestContext.Current.CancellationToken))!, TestContext.Current.CancellationToken))!.Inflow.Count); // they sell
    }

    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task Whoever_sees_a_pool_without_being_a_member_is_told_so(string language)
    {
        using var content = new ContentCopy().Text(File, Shown);
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        var floor = new Floor(app);
        var rep = await floor.Seller(Tier.A, language: language);
        var lead = await floor.InPool(Tier.A);
        using var browser = await app.SignIn(rep);

        var (page, one, why) = (await browser.Open("/leads/pool"), await browser.Open("/leads/pool?pool=key"), await browser.Open($"/leads/{lead}/why"));
        var refused = await browser.Submit($"/leads/{lead}/claim");

        var english = language == "en";
        Assert.Contains(english ? "Everything else" : "其他线索", page, StringComparison.Ordinal);
        Assert.Contains(english ? "only its members can claim here" : "但只有成员可以在这里领取", one, StringComparison.Ordinal);
        Assert.Contains(english ? "Not a member of “Key accounts”" : "不是“大客户公海”的成员", WebUtility.HtmlDecode(why), StringComparison.Ordinal);
        Assert.Contains(english ? "Ask to become a member of “Key accounts”" : "申请成为“大客户公海”的成员", WebUtility.HtmlDecode(why), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(LeadState.Pool, (await floor.Row(lead)).State);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Pools_take_effect_when_they_are_activated_and_are_gone_when_that_is(Store store)
    {
        using var content = new ContentCopy();
        await using var app = new AcademyApp(store, content.Settings, withoutRounds: true);
        var (floor, library, book) = (new Floor(app), app.Services.GetRequiredService<Library>(), app.Services.GetRequiredService<PolicyBook>());
        using var operations = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));
        var seller = await floor.Seller(Tier.A);
        await floor.InPool(Tier.A);
        var before = library.Now.LeadsHash;

        content.Text(File, Hidden);
        library.Load();
        var proposed = await operations.Open("/leads/policies");
        Assert.Empty(library.Now.Leads.Pools);
        var first = await floor.Arrives(Floor.Lead(Tier.A));
        await using var db = app.Read();
        var simulated = await app.Services.GetRequiredService<Simulator>().Run(db, 28, TestContext.Current.CancellationToken);
        Assert.IsType<Accepted<Guid>>(await book.Activate(app.Clock.Act(reason: "Key accounts stay in the north"), simulated.InForce, simulated.Proposal, "{}"));
        var second = await floor.Arrives(Floor.Lead(Tier.A));
        var edition = await operations.Open("/leads/policies/2");
        System.IO.File.Delete(Path.Combine(content.Folder, File));
        library.Load();

        Assert.Contains("pools › key › takes › tier", WebUtility.HtmlDecode(proposed), StringComparison.Ordinal);
        Assert.Contains("North", WebUtility.HtmlDecode(proposed), StringComparison.Ordinal); // no team is called so
        Assert.Equal((1, 0), simulated.Leads.Where(lead => lead.State == LeadState.Pool).Select(lead => (lead.EligibleBefore, lead.EligibleAfter)).Single());
        Assert.Equal((seller, null), ((await floor.Row(first)).Owner, (await floor.Row(second)).Owner));
        Assert.Contains("Key accounts", edition, StringComparison.Ordinal);
        Assert.NotEqual(before, library.Now.LeadsHash);
        Assert.Equal((2, true), (library.Now.Leads.Pools.Count, book.HasProposal));
        Assert.IsType<Accepted<Guid>>(await book.Activate(app.Clock.Act(reason: "One pool again"), [.. library.Now.Policies.Select(policy => policy.Hash)], library.Saved, "{}"));
        Assert.Equal((0, before, false), (library.Now.Leads.Pools.Count, library.Now.LeadsHash, book.HasProposal));
    }

    [Fact]
    public async Task Where_a_seller_stood_and_where_a_lead_fell_is_known_of_the_past()
    {
        using var content = new ContentCopy().Text(File, Hidden);
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        var (floor, north, south) = (new Floor(app), await app.Team("North"), await app.Team("South"));
        var seller = await floor.Seller(Tier.A, team: north);
        var lead = await floor.Arrives(Floor.Lead(Tier.A));
        var decision = await floor.DecisionOn(lead);
        await floor.Write(async entry =>
        {
            (await entry.Db.Set<PersonRow>().AsTracking().SingleAsync(p => p.Id == seller)).TeamId = south;
            entry.Record(new Domain.People.TeamChanged(seller, south));
        });

        await using var db = app.Read();
        var (sellers, catalogue) = (app.Services.GetRequiredService<Sellers>(), app.Services.GetRequiredService<Library>().Now);
        var now = await sellers.One(db, seller, AsOf.Now(app.Clock));
        var then = await PastSellers.One(db, sellers, app.Services.GetRequiredService<ReadinessBook>(), seller, new AsOf(decision.At, decision.Day, decision.Sequence), catalogue, TestContext.Current.CancellationToken);
        var file = (await LeadFile.Find(db, lead, catalogue.Leads))!;

        Assert.Equal(["rest", "rest"], [now!.Cell, .. now.Pools]);
        Assert.Equal(["key", "key", "rest"], [then!.Cell, .. then.Pools]);
        Assert.Equal("key", file.Then(decision, catalogue.Leads).Cell);
        Assert.Equal("", file.Then(decision, catalogue.Leads with { Pools = [] }).Cell);
    }

    [Fact]
    public async Task Other_systems_are_told_the_pool()
    {
        using var content = new ContentCopy().Text(File, Hidden);
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        var floor = new Floor(app);
        var lead = await floor.InPool(Tier.Enterprise);

        await using var db = app.Read();
        var view = (await app.Services.GetRequiredService<LeadFeed>().Find(db, lead, "crm", TestContext.Current.CancellationToken))!;

        Assert.Equal(("key", null), (view.Pool, view.Locked));
    }
}
