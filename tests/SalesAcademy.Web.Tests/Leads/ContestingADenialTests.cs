using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class ContestingADenialTests
{
    private const string Why = "I have sold in Chinese for years";

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_denial_is_contested_corrected_and_the_lead_given_and_every_record_stays(Store store)
    {
        await using var floor = await Denied.Of(store);
        var record = await floor.Floor.DecisionOn(floor.Lead);
        Assert.Contains("Contest this denial", await floor.Seller.Open($"/leads/decisions/{record.Id}"), StringComparison.Ordinal);

        var contest = (await floor.Seller.Submit($"/leads/decisions/{record.Id}/contests", ("Reason", Why))).Headers.Location!.ToString();

        Assert.Contains(Why, await floor.Seller.Open($"/leads/decisions/{record.Id}"), StringComparison.Ordinal);
        Assert.Contains("1 contested denial waits for you", await floor.Manager.Open("/"), StringComparison.Ordinal);
        Assert.Contains(Why, await floor.Manager.Open(contest), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Rule(floor.Manager, contest, "Given", "Right you are")).StatusCode); // the rules are not bent
        await floor.AddTag();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Rule(floor.Manager, contest, "Given", " ")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Rule(floor.Manager, contest, "Given", "Right you are")).StatusCode);

        var lead = await floor.Floor.Row(floor.Lead);
        Assert.Equal((LeadState.Owned, floor.SellerId), (lead.State, lead.Owner));
        Assert.Equal(lead.Since!.Value.AddDays(10), lead.LastDay);
        Assert.Equal(record.Outcome, (await floor.Floor.DecisionOn(floor.Lead)).Outcome); // the record of the denial is as it was
        var page = await floor.Seller.Open(contest);
        Assert.Contains(Why, page, StringComparison.Ordinal);
        Assert.Contains("Right you are", page, StringComparison.Ordinal);
        Assert.Equal(["denial-contested", "denial-decided"], (await floor.App.Events()).Where(e => e.Type.StartsWith("denial-", StringComparison.Ordinal)).Select(e => e.Type));
        Assert.DoesNotContain((await floor.App.Events()).Select(e => e.Json), json => json.Contains("Right", StringComparison.Ordinal) || json.Contains("sold in", StringComparison.Ordinal));
        await using var db = floor.App.Read();
        Assert.Contains("denial-given", await db.Set<NoticeRow>().Where(n => n.Person == floor.SellerId).Select(n => n.Kind).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_page_shows_the_rules_as_they_stood_and_as_they_stand()
    {
        await using var floor = await Denied.Of(Store.Sqlite);
        var record = await floor.Floor.DecisionOn(floor.Lead);
        var contest = (await floor.Seller.Submit($"/leads/decisions/{record.Id}/contests", ("Reason", Why))).Headers.Location!.ToString();
        await floor.AddTag();

        var page = await floor.Manager.Open(contest);

        var (then, now) = (page[page.IndexOf("The rules as they stood", StringComparison.Ordinal)..page.IndexOf("The rules as they stand now", StringComparison.Ordinal)], page[page.IndexOf("The rules as they stand now", StringComparison.Ordinal)..]);
        Assert.Contains("class=\"missed\"", then, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"missed\"", now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_contest_why_a_colleague_got_a_lead_does_not_tell_whose_lead_it_is()
    {
        await using var floor = await Denied.Of(Store.Sqlite);
        var colleague = await floor.Floor.Seller(Tier.C, "Noah Becker", tags: new Tag("language", "zh"));
        var lead = await floor.Floor.Arrives(Floor.Lead(Tier.C, "Harbor and Pine", new Tag("language", "zh")));
        Assert.Equal(colleague, (await floor.Floor.Row(lead)).Owner);

        var contest = (await floor.Seller.Submit($"/leads/decisions/{(await floor.Floor.DecisionOn(lead)).Id}/contests", ("Reason", Why))).Headers.Location!.ToString();
        await Rule(floor.Manager, contest, "Stands", "Chinese is asked for");

        foreach (var reader in (Browser[])[floor.Seller, floor.Manager])
            foreach (var page in (string[])[contest, "/leads/contests", "/notices"])
                Assert.DoesNotContain("Harbor and Pine", await reader.Open(page), StringComparison.Ordinal);
        Assert.Contains("A lead of a colleague", await floor.Seller.Open(contest), StringComparison.Ordinal);
        using var operations = await floor.App.SignIn(await floor.App.Join("Wu Tong", Role.SalesOps));
        Assert.Contains("Harbor and Pine", await operations.Open(contest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_contested_once_by_whoever_it_is_about_and_decided_once_by_somebody_else()
    {
        await using var floor = await Denied.Of(Store.Sqlite);
        var record = (await floor.Floor.DecisionOn(floor.Lead)).Id;
        using var other = await floor.App.SignIn(await floor.App.Join("Noah Becker", Role.Rep, profile: "sdr"));
        using var foreign = await floor.App.SignIn(await floor.App.Join("Aisha Rahman", Role.Manager));

        var contest = (await floor.Seller.Submit($"/leads/decisions/{record}/contests", ("Reason", Why))).Headers.Location!.ToString();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => floor.Seller.Submit($"/leads/decisions/{record}/contests", ("Reason", Why))));

        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(contest)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.Get(contest)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Rule(foreign, contest, "Stands", "No")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Rule(floor.Seller, contest, "Given", "Mine")).StatusCode);
        var ruled = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Rule(floor.Manager, contest, "Stands", $"The rules are the rules {i}")));
        Assert.Single(ruled, answer => answer.StatusCode == HttpStatusCode.Redirect);
        await using var db = floor.App.Read();
        Assert.Equal(DenialRuling.Stands, (await db.Set<DenialRow>().SingleAsync(TestContext.Current.CancellationToken)).Ruling);
    }

    [Fact]
    public async Task What_cannot_be_claimed_is_contested_as_well_and_is_told_to_sales_operations_when_nobody_decides_in_time()
    {
        await using var floor = await Denied.Of(Store.Sqlite);
        var lead = await floor.Floor.InPool(Tier.Enterprise);
        var (operations, why) = (await floor.App.Join("Wu Tong", Role.SalesOps), $"/leads/{lead}/why");
        Assert.Contains("Contest this denial", await floor.Seller.Open(why), StringComparison.Ordinal);

        var contest = (await floor.Seller.Submit($"/leads/{lead}/contests", ("Reason", Why))).Headers.Location!.ToString();
        Assert.Contains(Why, await floor.Seller.Open(why), StringComparison.Ordinal);
        floor.App.Time.Advance(TimeSpan.FromDays(7));
        await floor.Floor.Keeper.KeepDay(TestContext.Current.CancellationToken);
        Assert.Equal(0, await Late());
        floor.App.Time.Advance(TimeSpan.FromDays(1));
        await floor.Floor.Keeper.KeepDay(TestContext.Current.CancellationToken);
        await floor.Floor.Keeper.KeepDay(TestContext.Current.CancellationToken);

        Assert.Equal(1, await Late());
        using var desk = await floor.App.SignIn(operations);
        Assert.Contains("Should have been decided by", await desk.Open("/leads/contests"), StringComparison.Ordinal);
        var nothingDone = await Rule(desk, contest, "Corrected", "Tier set");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothingDone.StatusCode);
        Assert.Contains("Nothing of what stood in the way is corrected yet", await nothingDone.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await using (var db = floor.App.Read())
            await floor.Floor.Hold((await db.Set<DenialRow>().SingleAsync(TestContext.Current.CancellationToken)).Person, Tier.Enterprise);
        Assert.Equal(HttpStatusCode.Redirect, (await Rule(desk, contest, "Corrected", "Tier set")).StatusCode);

        async Task<int> Late()
        {
            await using var db = floor.App.Read();
            return await db.Set<NoticeRow>().CountAsync(n => n.Person == operations && n.Kind == Denials.LateKind, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Nothing_is_contested_that_no_rule_denied_or_that_is_long_ago()
    {
        await using var floor = await Denied.Of(Store.Sqlite);
        var record = (await floor.Floor.DecisionOn(floor.Lead)).Id;
        using var ready = await floor.App.SignIn(await floor.Floor.ReadySeller("Lin Yue"));
        var open = await floor.Floor.InPool(Tier.C);

        Assert.DoesNotContain("Contest this denial", await ready.Open($"/leads/{open}/why"), StringComparison.Ordinal);
        await ready.Submit($"/leads/{open}/contests", ("Reason", Why));
        Assert.Contains("there is nothing to contest", await ready.Open("/leads/pool"), StringComparison.Ordinal);
        floor.App.Time.Advance(TimeSpan.FromDays(15));
        using var later = await floor.App.SignIn(floor.SellerId);
        await later.Submit($"/leads/decisions/{record}/contests", ("Reason", Why));
        Assert.Contains("can be contested for 14 days", await later.Open("/leads/pool"), StringComparison.Ordinal);
        await using var db = floor.App.Read();
        Assert.Equal(0, await db.Set<DenialRow>().CountAsync(TestContext.Current.CancellationToken));
    }

    private static Task<HttpResponseMessage> Rule(Browser browser, string contest, string ruling, string reason) => browser.Submit($"{contest}/decision", ("Ruling", ruling), ("Reason", reason));

    /// <summary>A seller who is fit, but of whom nobody has entered that they speak what the customer does, so that nobody gets the lead.</summary>
    private sealed class Denied : IAsyncDisposable
    {
        public AcademyApp App { get; private init; } = null!;

        public Floor Floor { get; private init; } = null!;

        public Guid SellerId { get; private set; }

        public Guid Lead { get; private set; }

        public Browser Seller { get; private set; } = null!;

        public Browser Manager { get; private set; } = null!;

        public static async Task<Denied> Of(Store store)
        {
            var app = new AcademyApp(store, withoutRounds: true);
            var denied = new Denied { App = app, Floor = new Floor(app) };
            var manager = await app.Join("Zhou Mingzhe", Role.Manager);
            denied.SellerId = await denied.Floor.ReadySeller("O'Brien-Łukasiewicz", await app.Team("North", manager));
            denied.Lead = await denied.Floor.Arrives(Floor.Lead(Tier.C, tags: new Tag("language", "zh")));
            (denied.Seller, denied.Manager) = (await app.SignIn(denied.SellerId), await app.SignIn(manager));
            return denied;
        }

        public async Task AddTag()
        {
            using var desk = await App.SignIn(await App.Join("Hana Mori", Role.Hr));
            await desk.Submit($"/people/{SellerId}/tags", ("Kind", "language"), ("Value", "zh"));
        }

        public async ValueTask DisposeAsync()
        {
            Seller.Dispose();
            Manager.Dispose();
            await App.DisposeAsync();
        }
    }
}
