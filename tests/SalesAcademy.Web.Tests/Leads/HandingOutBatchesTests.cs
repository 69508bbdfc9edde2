using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Web.Tests.Leads;

public sealed partial class HandingOutBatchesTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task The_turn_decides_about_each_as_the_preview_said_and_pressing_twice_is_one_batch(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var (waits, pooled, tall) = (await floor.Arrives(), await floor.InPool(), await floor.InPool(Tier.Enterprise, "Meridian Cold Chain"));
        foreach (var name in (string[])["Lin Yue", "Noah Becker"])
            await floor.Seller(Tier.C, name);
        using var operations = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));
        Assert.Contains($"value=\"{pooled}\"", await operations.Open("/leads/health"), StringComparison.Ordinal);

        var preview = await operations.Open($"/leads/batches/new?lead={waits}&lead={pooled}&lead={tall}");
        (string, string)[] form = [("Id", Id(preview)), ("To", ""), ("Lead", $"{waits}"), ("Lead", $"{pooled}"), ("Lead", $"{tall}")];
        var (first, again) = (await operations.Submit("/leads/batches", form), await operations.Submit("/leads/batches", form));
        await Run(app);
        await Run(app);
        var page = await operations.Open(first.Headers.Location!.ToString());

        Assert.Equal((HttpStatusCode.Redirect, first.Headers.Location), (again.StatusCode, again.Headers.Location));
        Assert.Contains("2 of 3 will be given", preview, StringComparison.Ordinal);
        Assert.Contains("Nobody yet, mostly: Tier", preview, StringComparison.Ordinal);
        Assert.Contains("2 of 3 given", page, StringComparison.Ordinal);
        Assert.Contains("Nobody yet, mostly: Tier", page, StringComparison.Ordinal);
        Assert.Equal((LeadState.Owned, LeadState.Owned, LeadState.Pool), ((await floor.Row(waits)).State, (await floor.Row(pooled)).State, (await floor.Row(tall)).State));
        Assert.NotEqual((await floor.Row(waits)).Owner, (await floor.Row(pooled)).Owner);
        Assert.Equal(AssignmentOutcome.Assigned, (await floor.DecisionOn(pooled)).Outcome);
        Assert.Equal(2, (await app.Events()).Count(e => e.Type == "lead-assigned"));
        await using var db = app.Read();
        Assert.Single(await db.Set<BatchRow>().ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_named_seller_is_given_as_many_as_the_caps_allow_and_what_others_took_is_left_alone(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var (seller, quick) = (await floor.Seller(Tier.C, "Lin Yue"), await floor.Seller(Tier.C, "Noah Becker"));
        var leads = new List<Guid>();
        for (var i = 0; i < 7; i++)
            leads.Add(await floor.InPool());
        using var operations = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        var preview = await operations.Open($"/leads/batches/new?to={seller}&{string.Join('&', leads.Select(lead => $"lead={lead}"))}");
        var begun = await operations.Submit("/leads/batches", [("Id", Id(preview)), ("To", $"{seller}"), .. leads.Select(lead => ("Lead", $"{lead}"))]);
        Assert.IsType<Accepted<Done>>(await floor.Claim(quick, leads[0]));
        await Run(app);
        var page = await operations.Open(begun.Headers.Location!.ToString());

        Assert.Contains("5 of 7 will be given", preview, StringComparison.Ordinal);
        Assert.Contains("5 of 7 given", page, StringComparison.Ordinal);
        Assert.Contains("Somebody was quicker.", page, StringComparison.Ordinal);
        await using var db = app.Read();
        Assert.Equal((5, 1), (await db.Set<LeadRow>().CountAsync(l => l.Owner == seller, TestContext.Current.CancellationToken), await db.Set<LeadRow>().CountAsync(l => l.Owner == quick, TestContext.Current.CancellationToken)));
        Assert.Single(await db.Set<BatchLineRow>().Where(l => l.Rule == Rule.WeeklyCap).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Managers_pass_leads_on_within_their_teams_and_leave_nothing_to_the_turn()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (manager, other) = (await app.Join("Manager One", Role.Manager), await app.Join("Manager Two", Role.Manager));
        var (north, south) = (await app.Team("North", manager), await app.Team("South", other));
        var owner = await floor.Seller(Tier.C, "Owner", north);
        var lead = await floor.Arrives();
        var (colleague, stranger) = (await floor.Seller(Tier.C, "Colleague", north), await floor.Seller(Tier.C, "Stranger", south));
        var pooled = await floor.InPool();
        var theirs = await floor.InPool();
        Assert.IsType<Accepted<Done>>(await floor.Claim(stranger, theirs));
        using var browser = await app.SignIn(manager);

        var empty = await browser.Open($"/leads/batches/new?lead={lead}&lead={pooled}&lead={theirs}");
        var preview = await browser.Open($"/leads/batches/new?to={colleague}&lead={lead}&lead={pooled}&lead={theirs}");
        var id = Id(preview);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Submit("/leads/batches", ("Id", id), ("To", ""), ("Lead", $"{lead}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Submit("/leads/batches", ("Id", id), ("To", $"{stranger}"), ("Lead", $"{lead}"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit("/leads/batches", ("Id", id), ("To", $"{colleague}"), ("Lead", $"{theirs}"))).StatusCode);
        var begun = await browser.Submit("/leads/batches", ("Id", id), ("To", $"{colleague}"), ("Reason", "Owner moves on"), ("Lead", $"{lead}"), ("Lead", $"{pooled}"), ("Lead", $"{theirs}"));
        await Run(app);
        using var elsewhere = await app.SignIn(other);

        Assert.Contains("One lead is chosen.", empty, StringComparison.Ordinal);
        Assert.Contains("1 of 1 will be given", preview, StringComparison.Ordinal);
        Assert.Equal((colleague, null, stranger), ((await floor.Row(lead)).Owner, (await floor.Row(pooled)).Owner, (await floor.Row(theirs)).Owner));
        Assert.Contains("1 of 1 given", await browser.Open(begun.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Get(begun.Headers.Location!.ToString())).StatusCode);
        Assert.Contains("Owner moves on", await browser.Open($"/leads/{lead}"), StringComparison.Ordinal);
        Assert.NotEqual(owner, colleague);
    }

    private static Task Run(AcademyApp app) => app.Services.GetRequiredService<BatchRunner>().GoOn(TestContext.Current.CancellationToken);

    private static string Id(string page) => IdField().Match(page).Groups["id"].Value;

    [GeneratedRegex("name=\"Id\" value=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdField();
}
