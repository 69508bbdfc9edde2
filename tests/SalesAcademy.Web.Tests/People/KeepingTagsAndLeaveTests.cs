using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Tests.Leads;

namespace SalesAcademy.Web.Tests.People;

public sealed class KeepingTagsAndLeaveTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_manager_gives_and_takes_a_tag_and_enters_leave_with_a_reason_and_leads_follow(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var (floor, manager) = (new Floor(app), await app.Join("Marta Silva", Role.Manager));
        var seller = await floor.Seller(Tier.C, "Lin Yue", await app.Team("North", manager));
        var german = await floor.Arrives(Floor.Lead(Tier.C, "Isar Logistics", new Tag("language", "de")));
        using var browser = await app.SignIn(manager);
        var at = $"/people/{seller}/availability";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit($"{at}/tags", ("Kind", "language"), ("Value", "de"), ("Reason", " "))).StatusCode);
        Assert.Equal(LeadState.Waiting, (await floor.Row(german)).State);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"{at}/tags", ("Kind", "language"), ("Value", "De"), ("Reason", "Grew up in Hamburg"))).StatusCode);
        await floor.Keeper.TryWaiting(TestContext.Current.CancellationToken);
        Assert.Equal((LeadState.Owned, seller), ((await floor.Row(german)).State, (await floor.Row(german)).Owner));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"{at}/leaves", ("From", Day(0)), ("Until", Day(2)), ("Reason", "A wedding"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit($"{at}/leaves", ("From", Day(1)), ("Until", Day(2)), ("Reason", "Again"))).StatusCode);
        var waiting = await floor.Arrives();
        Assert.Equal(LeadState.Waiting, (await floor.Row(waiting)).State);
        await using var db = app.Read();
        var leave = await db.Set<LeaveRow>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"{at}/leaves/{leave.Id}/cancellation", ("Reason", "Postponed"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"{at}/tags/removal?Kind=language&Value=de", ("Reason", "Was a mistake"))).StatusCode);
        await floor.Keeper.TryWaiting(TestContext.Current.CancellationToken);
        Assert.Equal(LeadState.Owned, (await floor.Row(waiting)).State);

        var page = await browser.Open(at);
        Assert.All(["Grew up in Hamburg", "A wedding", "Postponed", "Was a mistake", "Marta Silva"], said => Assert.Contains(said, page, StringComparison.Ordinal));
        var told = (await app.Events()).Where(e => e.Subject == seller && e.Type is "tags-changed" or "leave-taken" or "leave-called-off").ToArray();
        Assert.Equal(["tags-changed", "leave-taken", "leave-called-off", "tags-changed"], told.Select(e => e.Type));
        Assert.All(told, e => Assert.True(e.Actor == manager && e.ReasonHash is not null && !e.Json.Contains("wedding", StringComparison.Ordinal)));
        Assert.Equal(4, await db.Set<NoticeRow>().CountAsync(n => n.Person == seller && n.Kind == "availability-changed", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Only_those_who_answer_for_a_seller_change_anything_and_nobody_their_own()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var (floor, manager, stranger) = (new Floor(app), await app.Join("Marta Silva", Role.Manager), await app.Join("Manager Two", Role.Manager));
        await app.Team("South", stranger);
        var seller = await floor.Seller(Tier.C, "Lin Yue", await app.Team("North", manager), tags: new Tag("language", "zh"));
        var both = await app.Join("Both Roles", Role.Rep | Role.SalesOps, profile: "sdr");
        using var asStranger = await app.SignIn(stranger);
        using var asSeller = await app.SignIn(seller);
        using var asBoth = await app.SignIn(both);
        using var asManager = await app.SignIn(manager);
        (string, string)[] form = [("Kind", "language"), ("Value", "de"), ("Reason", "x")];

        Assert.Equal(HttpStatusCode.NotFound, (await asStranger.Get($"/people/{seller}/availability")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asStranger.Submit($"/people/{seller}/availability/tags", form)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await asSeller.Submit($"/people/{seller}/availability/tags", form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asBoth.Submit($"/people/{both}/availability/tags", form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asManager.Submit($"/people/{stranger}/availability/tags", form)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await asBoth.Submit($"/people/{seller}/availability/tags", form)).StatusCode);
        Assert.Contains($"/people/{seller}/availability", await asManager.Open($"/readiness/{seller}"), StringComparison.Ordinal);
        var own = await asSeller.Open("/readiness");
        Assert.Contains("Tags and leave", own, StringComparison.Ordinal);
        Assert.DoesNotContain("/availability", own, StringComparison.Ordinal);
    }

    private static string Day(int ahead) => new DateOnly(2026, 11, 23).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
