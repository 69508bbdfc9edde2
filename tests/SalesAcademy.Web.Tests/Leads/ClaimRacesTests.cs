using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class ClaimRacesTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Twenty_who_claim_one_lead_at_once_leave_one_owner_and_nineteen_with_a_reason(Store store)
    {
        await using var app = new AcademyApp(store);
        var floor = new Floor(app);
        var sellers = new List<Guid>();
        for (var i = 0; i < 20; i++)
            sellers.Add(await floor.Seller(Tier.C, $"Seller {i}"));
        var lead = await floor.InPool();

        var decisions = await Task.WhenAll(sellers.Select(person => Task.Run(() => floor.Claim(person, lead))));

        Assert.Single(decisions.OfType<Accepted<Done>>());
        Assert.All(decisions.OfType<Refused<Done>>(), refused => Assert.Equal("already-taken", refused.Reason.Key));
        await using var db = app.Read();
        Assert.Equal((await floor.Row(lead)).Owner, (await db.Set<OwnershipRow>().SingleAsync(o => o.Lead == lead, TestContext.Current.CancellationToken)).Person);
        Assert.Single(await app.Events(), e => e.Type == "lead-claimed");
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Fifty_claims_by_one_seller_at_once_never_pass_the_weekly_cap(Store store)
    {
        await using var app = new AcademyApp(store);
        var floor = new Floor(app);
        var seller = await floor.Seller(Tier.C);
        var leads = new List<Guid>();
        for (var i = 0; i < 50; i++)
            leads.Add(await floor.InPool(company: $"Company {i}"));

        var decisions = await Task.WhenAll(leads.Select(lead => Task.Run(() => floor.Claim(seller, lead))));

        Assert.Equal(5, decisions.OfType<Accepted<Done>>().Count());
        Assert.All(decisions.OfType<Refused<Done>>(), refused => Assert.Equal("not-eligible", refused.Reason.Key));
        await using var db = app.Read();
        Assert.Equal(5, await db.Set<OwnershipRow>().CountAsync(o => o.Person == seller && o.EndSequence == null, TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Leads_arriving_while_sellers_claim_pass_no_cap_and_lose_no_turn(Store store)
    {
        await using var app = new AcademyApp(store);
        var floor = new Floor(app);
        var sellers = new[] { await floor.Seller(Tier.C, "One"), await floor.Seller(Tier.C, "Two") };
        var pool = new List<Guid>();
        for (var i = 0; i < 8; i++)
            pool.Add(await floor.InPool(company: $"Company {i}"));

        await Task.WhenAll([
            .. pool.Select((lead, i) => Task.Run(() => (Task)floor.Claim(sellers[i % 2], lead))),
            .. Enumerable.Range(0, 8).Select(i => Task.Run(() => (Task)floor.Arrives(Floor.Lead(company: $"New {i}")))),
        ]);

        await using var db = app.Read();
        foreach (var seller in sellers)
            Assert.Equal(5, await db.Set<OwnershipRow>().CountAsync(o => o.Person == seller, TestContext.Current.CancellationToken));
        Assert.Equal(Enumerable.Range(1, 8).Select(n => (long)n), await db.Set<DecisionRow>().Select(d => d.Number).Order().ToListAsync(TestContext.Current.CancellationToken));
    }
}
