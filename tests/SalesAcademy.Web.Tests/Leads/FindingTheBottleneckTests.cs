using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Tests.Readiness;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class FindingTheBottleneckTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_tier_without_sellers_names_who_is_nearest_and_each_can_be_asked_once(Store store)
    {
        await using var app = new AcademyApp(store);
        var floor = new Floor(app);
        var (near, far) = (await Learner.Hire(app, "Near Enough"), await Learner.Hire(app, "Far Away"));
        await near.AnswersEverything();
        await floor.Arrives();
        app.Time.Advance(TimeSpan.FromDays(1));
        using var operations = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        var page = await Text(operations, "/leads/bottleneck");
        Assert.Equal(HttpStatusCode.Redirect, (await operations.Submit("/leads/bottleneck/asks", ("Tier", "C"), ("People", $"{near.Id}"), ("People", $"{Guid.CreateVersion7()}"))).StatusCode);
        var after = await Text(operations, "/leads/bottleneck");
        await operations.Submit("/leads/bottleneck/asks", ("Tier", "C"), ("People", $"{near.Id}"));
        var again = await Text(operations, "/leads/bottleneck");

        Assert.Contains("Never: nobody is eligible", page, StringComparison.Ordinal);
        Assert.Contains("Nearest to tier C", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Near Enough", StringComparison.Ordinal) < page.IndexOf("Far Away", StringComparison.Ordinal));
        Assert.Contains("enough by itself for 2 people", page, StringComparison.Ordinal); // the course with all that the path puts before it
        Assert.Contains("1 person was asked; 0 had been asked already", after, StringComparison.Ordinal);
        Assert.Contains("0 people were asked; 1 had been asked already", again, StringComparison.Ordinal);
        await using var db = app.Read();
        var notice = Assert.Single(await db.Set<NoticeRow>().Where(n => n.Kind == "lead-unlock").ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((near.Id, "/courses/sales-process#sales-process"), (notice.Person, notice.Link));
        using var rep = await app.SignIn(near.Id);
        Assert.Contains("You are asked to learn for C leads: Pass the “", await Text(rep, "/notices"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await operations.Submit("/leads/bottleneck/asks", ("Tier", "C"))).StatusCode);
        Assert.NotEqual(near.Id, far.Id);
    }

    [Fact]
    public async Task A_manager_sees_and_asks_the_own_team_only()
    {
        await using var app = new AcademyApp();
        var manager = await app.Join("Marta Silva", Role.Manager);
        var (own, other) = (await Learner.Hire(app, "Own Seller", await app.Team("North", manager)), await Learner.Hire(app, "Other Seller"));
        await new Floor(app).Arrives();
        app.Time.Advance(TimeSpan.FromDays(1));
        using var browser = await app.SignIn(manager);

        var page = await Text(browser, "/leads/bottleneck");
        await browser.Submit("/leads/bottleneck/asks", ("Tier", "C"), ("People", $"{own.Id}"), ("People", $"{other.Id}"));

        Assert.Contains("Own Seller", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Other Seller", page, StringComparison.Ordinal);
        await using var db = app.Read();
        Assert.Equal([own.Id], await db.Set<NoticeRow>().Where(n => n.Kind == "lead-unlock").Select(n => n.Person).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Where_no_tier_is_short_of_sellers_nothing_is_asked()
    {
        await using var app = new AcademyApp();
        await new Floor(app).Seller(Tier.C);
        using var operations = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        Assert.Contains("No tier is short of sellers.", await Text(operations, "/leads/bottleneck"), StringComparison.Ordinal);
    }

    private static async Task<string> Text(Browser browser, string url) => WebUtility.HtmlDecode(await browser.Open(url));
}
