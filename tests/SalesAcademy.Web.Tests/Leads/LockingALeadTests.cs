using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class LockingALeadTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Whoever_may_not_be_contacted_is_handed_out_on_no_path_until_unlocked(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var (floor, feed) = (new Floor(app), app.Services.GetRequiredService<LeadFeed>());
        var lead = Floor.Lead() with { Email = "dana@kestrel.example" };
        var (owner, colleague) = (await floor.Seller(Tier.C, "Owner"), await floor.Seller(Tier.C, "Colleague"));
        var (first, second) = (await floor.Arrives(lead), await floor.Arrives(lead with { Source = "Fair" }));
        await floor.Pool.Separate(app.Clock.Act(null, "Two branches"), second);
        var (had, other) = ((await floor.Row(first)).Owner!.Value, (await floor.Row(second)).Owner!.Value);

        Assert.Equal("reason-needed", Floor.Refused(await floor.Pool.Lock(app.Clock.Act(had), first, LockKind.DoNotContact)));
        Assert.IsType<Accepted<Done>>(await floor.Pool.Lock(app.Clock.Act(had, "Asked us to stop"), first, LockKind.DoNotContact));

        Assert.Equal([(LeadState.Locked, null), (LeadState.Locked, null)], [await StateOf(first), await StateOf(second)]);
        Assert.Equal(["already-locked", "not-in-pool", "not-waiting", "not-owned"],
        [
            Floor.Refused(await floor.Pool.Lock(app.Clock.Act(null, "Again"), first, LockKind.Held)), Floor.Refused(await floor.Claim(colleague, first)),
            Floor.Refused(await floor.Pool.TryAgain(app.Clock.Act(), first)), Floor.Refused(await floor.Pool.Transfer(app.Clock.Act(), first, colleague)),
        ]);
        Assert.Equal("not-free", Assert.IsType<Refused<LeadAnswer>>(await feed.Assign(app.Clock.Act(), first, colleague, version: null)).Reason.Key);
        var again = await floor.Arrives(lead with { Source = "Call", Phone = "+44 1" });
        await floor.Keeper.TryWaiting(TestContext.Current.CancellationToken);
        await floor.Keeper.KeepDay(TestContext.Current.CancellationToken);
        Assert.Equal((LeadState.Duplicate, null), await StateOf(again));
        Assert.Equal([(LeadState.Locked, null), (LeadState.Locked, null)], [await StateOf(first), await StateOf(second)]);
        await using (var db = app.Read())
        {
            Assert.Empty((await LeadFile.Find(db, first, floor.Policy))!.Now.PastOwners); // no cool-down
            Assert.Equal(0, (await app.Services.GetRequiredService<Sellers>().One(db, had, AsOf.Now(app.Clock)))!.OpenLeads);
            Assert.Equal(LockKind.DoNotContact, (await feed.Find(db, second, "crm", TestContext.Current.CancellationToken))!.Locked);
            Assert.Equal(had == other ? 0 : 1, await db.Set<NoticeRow>().CountAsync(n => n.Person == other && n.Kind == "lead-locked", TestContext.Current.CancellationToken));
        }

        Assert.IsType<Accepted<Done>>(await floor.Pool.Unlock(app.Clock.Act(null, "They called back"), second));

        Assert.Equal([(LeadState.Pool, null), (LeadState.Pool, null)], [await StateOf(first), await StateOf(second)]);
        Assert.IsType<Accepted<Done>>(await floor.Claim(had, first));
        Assert.Equal("not-locked", Floor.Refused(await floor.Pool.Unlock(app.Clock.Act(null, "Again"), first)));
        Assert.Equal(["lead-locked", "lead-unlocked", "lead-claimed"], (await app.Events()).Where(e => e.Subject == second || e.Subject == first).Select(e => e.Type).Where(type => type is "lead-locked" or "lead-unlocked" or "lead-claimed").Distinct());

        async Task<(LeadState, Guid?)> StateOf(Guid id) => await floor.Row(id) is var row ? (row.State, row.Owner) : default;
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_lead_that_comes_in_with_the_wish_locks_the_customers_other_leads_and_one_that_is_separated_stays_locked(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var owner = await floor.Seller(Tier.C, "Owner");
        var lead = Floor.Lead() with { Email = "dana@kestrel.example" };
        var (owned, merged) = (await floor.Arrives(lead), await floor.Arrives(lead with { Source = "Fair" }));

        var wish = await floor.Arrives(lead with { ContactAllowed = false, Source = "Call" });

        Assert.Equal([(LeadState.Locked, null), (LeadState.Locked, null)], [await StateOf(owned), await StateOf(wish)]);
        await using (var db = app.Read())
            Assert.Single(await db.Set<NoticeRow>().Where(n => n.Person == owner && n.Kind == "lead-locked").ToListAsync(TestContext.Current.CancellationToken));
        Assert.IsType<Accepted<Done>>(await floor.Pool.Separate(app.Clock.Act(null, "Two branches"), merged));
        Assert.Equal((LeadState.Locked, null), await StateOf(merged));
        Assert.IsType<Accepted<Done>>(await floor.Pool.Unlock(app.Clock.Act(null, "They called us"), wish));
        Assert.All([(await StateOf(owned)).Item1, (await StateOf(merged)).Item1, (await StateOf(wish)).Item1], state => Assert.NotEqual(LeadState.Locked, state));

        async Task<(LeadState, Guid?)> StateOf(Guid id) => await floor.Row(id) is var row ? (row.State, row.Owner) : default;
    }

    [Fact]
    public async Task A_lead_that_came_in_locked_waits_for_a_seller_once_it_is_unlocked()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var seller = await floor.Seller(Tier.C);
        var lead = await floor.Arrives(Floor.Lead() with { ContactAllowed = false });

        Assert.IsType<Accepted<Done>>(await floor.Pool.Unlock(app.Clock.Act(null, "They agreed"), lead));

        Assert.Equal((LeadState.Owned, seller), ((await floor.Row(lead)).State, (await floor.Row(lead)).Owner));
    }

    [Fact]
    public async Task Held_back_is_one_lead_and_goes_back_to_waiting_where_it_waited()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (lead, other) = (await floor.Arrives(Floor.Lead(Tier.A)), await floor.InPool());

        await floor.Pool.Lock(app.Clock.Act(null, "Legal looks at it"), lead, LockKind.Held);
        await floor.Pool.Lock(app.Clock.Act(null, "Legal looks at it"), other, LockKind.Held);
        Assert.IsType<Accepted<Done>>(await floor.Pool.Unlock(app.Clock.Act(null, "Settled"), lead));

        Assert.Equal((LeadState.Waiting, LeadState.Locked), ((await floor.Row(lead)).State, (await floor.Row(other)).State));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_held_lead_is_locked_for_good_in_one_step_and_both_stay_on_record(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var (operations, owner) = (await app.Join("Omar Haddad", Role.SalesOps), await floor.Seller(Tier.C, "Owner"));
        var mail = Floor.Lead() with { Email = "dana@kestrel.example" };
        var (lead, twin) = (await floor.Arrives(mail), await floor.Arrives(mail with { Source = "Fair" }));
        await floor.Pool.Separate(app.Clock.Act(null, "Two branches"), twin);
        await floor.Pool.Lock(app.Clock.Act(operations, "Legal looks at it"), lead, LockKind.Held);
        await floor.Pool.Lock(app.Clock.Act(operations, "Legal looks at it"), twin, LockKind.Held);
        using var asOperations = await app.SignIn(operations);

        Assert.Contains("The hold ends with it", await asOperations.Open($"/leads/{lead}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await asOperations.Submit($"/leads/{lead}/lock", ("kind", "DoNotContact"), ("reason", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await asOperations.Submit($"/leads/{lead}/lock", ("kind", "DoNotContact"), ("reason", "Asked us to stop"))).StatusCode);

        await using var db = app.Read();
        var locks = await db.Set<LockRow>().Where(l => l.Lead == lead).OrderBy(l => l.Kind == LockKind.DoNotContact).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([(LockKind.Held, true, LeadState.Owned), (LockKind.DoNotContact, false, LeadState.Owned)], locks.Select(l => (l.Kind, l.EndedAt is not null, l.Before)));
        Assert.Equal(operations, locks[0].EndedBy);
        Assert.Equal(LockKind.DoNotContact, (await LockRow.OpenOf(db, [twin], TestContext.Current.CancellationToken))[twin].Kind);
        Assert.True(await db.Set<NoticeRow>().AnyAsync(n => n.Person == owner && n.Kind == "lead-no-contact", TestContext.Current.CancellationToken));
        Assert.DoesNotContain("The hold ends with it", await asOperations.Open($"/leads/{lead}"), StringComparison.Ordinal);
        Assert.IsType<Accepted<Done>>(await floor.Pool.Unlock(app.Clock.Act(operations, "They called back"), lead));
        Assert.Equal([LeadState.Pool, LeadState.Pool], [(await floor.Row(lead)).State, (await floor.Row(twin)).State]);
    }

    [Fact]
    public async Task The_page_offers_it_to_those_who_may_and_says_who_locked_it_and_why()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (manager, stranger, operations) = (await app.Join("Manager One", Role.Manager), await app.Join("Manager Two", Role.Manager), await app.Join("Omar Haddad", Role.SalesOps));
        var (north, south) = (await app.Team("North", manager), await app.Team("South", stranger));
        var owner = await floor.Seller(Tier.C, "Owner", north);
        var (first, second) = (await floor.Arrives(), await floor.Arrives());
        using var asOwner = await app.SignIn(owner);
        using var asManager = await app.SignIn(manager);
        using var asStranger = await app.SignIn(stranger);
        using var asOperations = await app.SignIn(operations);

        Assert.Equal(HttpStatusCode.NotFound, (await asStranger.Submit($"/leads/{first}/lock", ("kind", "Held"), ("reason", "x"))).StatusCode);
        Assert.Contains("Lock this lead", await asOwner.Open($"/leads/{first}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await asOwner.Submit($"/leads/{first}/lock", ("kind", "DoNotContact"), ("reason", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await asOwner.Submit($"/leads/{first}/lock", ("kind", "Held"), ("reason", "Asked us to stop"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await asManager.Submit($"/leads/{second}/lock", ("kind", "Held"), ("reason", "Price is being settled"))).StatusCode);
        var (one, other) = (await asOperations.Open($"/leads/{first}"), await asOperations.Open($"/leads/{second}"));

        Assert.Contains("The customer may not be contacted.", one, StringComparison.Ordinal); // an owner holds nothing back
        Assert.Contains("Asked us to stop", one, StringComparison.Ordinal);
        Assert.Contains("This lead is held back.", other, StringComparison.Ordinal);
        Assert.Contains("Manager One", other, StringComparison.Ordinal);
        Assert.Contains("is locked", await asOwner.Open("/notices"), StringComparison.Ordinal);
        Assert.Contains("Kestrel Outdoor", await asOperations.Open("/leads/health?show=Locked"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await asManager.Submit($"/leads/{second}/unlock", ("reason", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await asOperations.Submit($"/leads/{second}/unlock", ("reason", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await asOperations.Submit($"/leads/{second}/unlock", ("reason", "Settled"))).StatusCode);
        Assert.Equal(LeadState.Pool, (await floor.Row(second)).State);
        Assert.NotEqual(north, south);
    }
}
