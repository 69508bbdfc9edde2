using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Web.Tests.Leads;

/// <summary>A policy that gives a twentieth of the leads of tier B by lot.</summary>
public sealed class GivingByLotTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_few_leads_go_to_the_edge_of_the_tier_and_the_replay_draws_the_same(Store store)
    {
        using var content = new ContentCopy();
        content.Replace("leads.yml", "exploration: 0", "exploration: 0.05");
        await using var app = new AcademyApp(store, content.Settings, withoutRounds: true);
        var floor = new Floor(app);
        var (below, at) = (new List<Guid>(), new List<Guid>());
        for (var i = 0; i < 3; i++)
        {
            below.Add(await floor.Seller(Tier.C, $"Below {i}"));
            at.Add(await floor.Seller(Tier.B, $"At {i}"));
        }

        var decisions = new List<DecisionRow>();
        for (var arrived = 0; decisions.Count(d => d.Explored) < 2 && arrived < 400; arrived++)
        {
            if (arrived % 10 == 0)
            {
                app.Time.Advance(TimeSpan.FromDays(1));
                foreach (var (person, tier) in below.Select(p => (p, Tier.C)).Concat(at.Select(p => (p, Tier.B))))
                    await floor.Hold(person, tier);
            }

            var lead = await floor.Arrives(Floor.Lead(Tier.B));
            var decision = await floor.DecisionOn(lead);
            decisions.Add(decision);
            if (decision.Winner is { } owner)
                Assert.IsType<Accepted<Done>>(await floor.Pool.Lose(app.Clock.Act(owner, "No budget"), lead, owner));
        }

        var drawn = decisions.Where(d => d.Explored).ToArray();
        Assert.NotEmpty(drawn);
        Assert.All(decisions.Where(d => !d.Explored && d.Winner is not null), d => Assert.Contains(d.Winner!.Value, at));
        Assert.All(drawn, d => Assert.Contains(d.Ranking, place => below.Contains(place.Person)));
        await using var db = app.Read();
        var report = await app.Services.GetRequiredService<Replay>().Run(db, 1, decisions[^1].Number, TestContext.Current.CancellationToken);
        Assert.Equal((decisions[^1].Number, 0), (report.Decisions, report.Differing)); // those made again as leads ended included
        using var operations = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));
        Assert.Contains("given by lot among sellers at the edge of its tier", await operations.Open($"/leads/decisions/{drawn[0].Id}"), StringComparison.Ordinal);
        using var winner = await app.SignIn(drawn[0].Winner!.Value);
        Assert.Contains("The lot fell on you", await winner.Open($"/leads/decisions/{drawn[0].Id}"), StringComparison.Ordinal);
    }
}
