using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class ReopeningALeadTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task An_owner_takes_back_on_the_same_day_and_the_protection_of_then_goes_on(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var owner = await floor.Seller(Tier.C, "Owner");
        var lead = await floor.Arrives();
        app.Time.Advance(TimeSpan.FromDays(2));
        await floor.FollowUp(owner, lead);
        var before = await floor.Row(lead);
        await floor.Pool.Lose(app.Clock.Act(owner, "Wrong button"), lead, owner);
        using var asOwner = await app.SignIn(owner);
        app.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains("Reopen this lead", await asOwner.Open($"/leads/{lead}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await asOwner.Submit($"/leads/{lead}/reopen", ("reason", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await asOwner.Submit($"/leads/{lead}/reopen", ("reason", "I meant another"))).StatusCode);

        var after = await floor.Row(lead);
        Assert.Equal((LeadState.Owned, owner, before.Since, before.LastDay, before.Stage), (after.State, after.Owner, after.Since, after.LastDay, after.Stage));
        Assert.Equal("not-ended", Floor.Refused(await floor.Pool.Reopen(app.Clock.Act(owner, "Again"), lead, sameDay: true)));
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await floor.Pool.Lose(app.Clock.Act(owner, "Now really"), lead, owner);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<Accepted<Done>>(await floor.Pool.Reopen(app.Clock.Act(owner, "No"), lead, sameDay: true));
        Assert.Equal((before.Since, before.LastDay), ((await floor.Row(lead)).Since, (await floor.Row(lead)).LastDay)); // nor is it renewed the second time
        await using var db = app.Read();
        Assert.Equal(
            [(Taking.Assigned, OwnershipEnd.Lost), (Taking.Reopened, OwnershipEnd.Lost), (Taking.Reopened, null)],
            (await db.Set<OwnershipRow>().Where(o => o.Lead == lead).OrderBy(o => o.Sequence).ToListAsync(TestContext.Current.CancellationToken)).Select(o => (o.How, o.End)));
        var page = await asOwner.Open($"/leads/{lead}");
        Assert.Contains("Wrong button", page, StringComparison.Ordinal);
        Assert.Contains("I meant another", page, StringComparison.Ordinal);
        Assert.Equal(["lead-lost", "lead-reopened", "lead-lost", "lead-reopened"], (await app.Events()).Where(e => e.Subject == lead).Select(e => e.Type).Where(type => type is "lead-lost" or "lead-reopened"));
    }

    [Fact]
    public async Task Later_only_those_who_answer_for_the_owner_reopen_and_the_protection_begins_anew()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (manager, stranger) = (await app.Join("Manager One", Role.Manager), await app.Join("Manager Two", Role.Manager));
        var owner = await floor.Seller(Tier.C, "Owner", await app.Team("North", manager));
        var lead = await floor.Arrives();
        await floor.Wins(owner, lead);
        app.Time.Advance(TimeSpan.FromDays(1));
        await floor.Hold(owner, Tier.C);
        using var asOwner = await app.SignIn(owner);
        using var asManager = await app.SignIn(manager);
        using var asStranger = await app.SignIn(stranger);

        Assert.DoesNotContain("Reopen this lead", await asOwner.Open($"/leads/{lead}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await asOwner.Submit($"/leads/{lead}/reopen", ("reason", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asStranger.Submit($"/leads/{lead}/reopen", ("reason", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await asManager.Submit($"/leads/{lead}/reopen", ("reason", "The contract was not signed"))).StatusCode);

        var row = await floor.Row(lead);
        Assert.Equal((LeadState.Owned, owner, app.Clock.Today), (row.State, row.Owner, row.Since));
        Assert.Equal(app.Clock.Today.AddDays(floor.Policy.Protection.Days), row.LastDay);
        await using var db = app.Read();
        Assert.True(await db.Set<NoticeRow>().AnyAsync(n => n.Person == owner && n.Kind == "lead-reopened", TestContext.Current.CancellationToken));
        Assert.Contains("The contract was not signed", await asManager.Open($"/leads/{lead}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caps_hold_and_a_customer_has_one_live_lead()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var owner = await floor.Seller(Tier.C, "Owner");
        var mail = Floor.Lead() with { Email = "dana@kestrel.example" };
        var lead = await floor.Arrives(mail);
        await floor.Pool.Lose(app.Clock.Act(owner, "Wrong button"), lead, owner);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var since = await floor.Arrives(mail with { Source = "Fair" });

        Assert.Equal("reopen-other", Floor.Refused(await floor.Pool.Reopen(app.Clock.Act(owner, "x"), lead, sameDay: true)));
        await floor.Pool.Lock(app.Clock.Act(owner, "Asked us to stop"), since, LockKind.DoNotContact);
        Assert.Equal("reopen-no-contact", Floor.Refused(await floor.Pool.Reopen(app.Clock.Act(owner, "x"), lead, sameDay: true)));

        var other = await floor.Arrives();
        await floor.Pool.Lose(app.Clock.Act(owner, "Wrong button"), other, owner);
        await floor.Hold(owner, Tier.Shadow);
        Assert.Equal("not-eligible", Floor.Refused(await floor.Pool.Reopen(app.Clock.Act(owner, "x"), other, sameDay: true)));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_lead_reopened_in_the_week_it_was_taken_counts_once_wherever_the_week_is_counted(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var owner = await floor.Seller(Tier.C, "Owner");
        var (lead, _) = (await floor.Arrives(), await floor.Arrives());
        await floor.Pool.Lose(app.Clock.Act(owner, "Wrong button"), lead, owner);
        app.Time.Advance(TimeSpan.FromDays(1));
        await floor.Hold(owner, Tier.C);

        Assert.IsType<Accepted<Done>>(await floor.Pool.Reopen(app.Clock.Act(null, "They called back"), lead, sameDay: false));

        await using var db = app.Read();
        var (sellers, then, asOf) = (app.Services.GetRequiredService<Sellers>(), app.Services.GetRequiredService<Library>().Now, AsOf.Now(app.Clock));
        Competitor[] seen =
        [
            (await sellers.One(db, owner, asOf))!, (await sellers.AtWork(app.Services.GetRequiredService<IPreparedReads>(), db, owner, asOf, then))!.Facts,
            (await PastSellers.One(db, sellers, app.Services.GetRequiredService<ReadinessBook>(), owner, asOf, then, TestContext.Current.CancellationToken))!,
        ];
        Assert.All(seen, seller => Assert.Equal((2, 2), (seller.Taken.Count, seller.OpenLeads)));
    }
}
