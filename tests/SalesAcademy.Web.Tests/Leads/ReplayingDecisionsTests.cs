using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class ReplayingDecisionsTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_day_replayed_from_the_rows_gives_the_recorded_decisions_and_the_log_gives_the_seats(Store store)
    {
        await using var app = new AcademyApp(store);
        var floor = new Floor(app);
        var sellers = new List<Guid>();
        foreach (var (tier, i) in ((Tier[])[Tier.C, Tier.C, Tier.B, Tier.A, Tier.Shadow]).Select((t, i) => (t, i)))
            sellers.Add(await floor.Seller(tier, $"Seller {i}", tags: i % 2 == 0 ? [new Tag("language", "zh")] : [new Tag("language", "en")]));
        await floor.Write(entry =>
        {
            entry.Db.Add(new LeaveRow { Id = Guid.CreateVersion7(), PersonId = sellers[1], From = app.Clock.Today, Until = app.Clock.Today });
            return Task.CompletedTask;
        });
        for (var i = 0; i < 14; i++)
        {
            var lead = await floor.Arrives(Floor.Lead((Tier)(1 + i % 3), $"Company {i}", i % 4 == 0 ? [new Tag("language", "zh")] : []));
            if (i % 5 == 4 && (await floor.Row(lead)).Owner is { } owner)
                await floor.Pool.Return(app.Clock.Act(owner, "No budget"), lead, owner);
            if (i == 6)
                await floor.Claim(sellers[0], await floor.InPool());
            if (i % 3 == 0)
                app.Time.Advance(TimeSpan.FromMinutes(7));
        }

        await using var db = app.Read();
        var decisions = await db.Set<DecisionRow>().OrderBy(d => d.Number).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains(decisions, d => d.Outcome == AssignmentOutcome.Assigned && d.Ranking.Count > 2);
        foreach (var recorded in decisions)
        {
            var turn = await Turn.LayAgain(db, app.Services.GetRequiredService<Library>().Now, app.Services.GetRequiredService<Sellers>(), recorded);
            var again = turn.Engine.Decide((await LeadFile.Find(db, recorded.Lead))!.Then(recorded), turn.AsOf.Moment);
            Assert.Equal(recorded.Outcome, again.Outcome);
            Assert.Equal(recorded.Ranking, Assigning.PlacesOf(again));
            Assert.Equal(recorded.Failures, again.Failures);
            Assert.Equal((recorded.Turn, recorded.Size, recorded.PolicyVersion), (again.Sequence, again.Size, again.PolicyVersion));
        }

        var rebuilt = Turn.Rebuild(await db.Set<SeatMoveRow>().OrderBy(m => m.Decision).ThenBy(m => m.Won).ToListAsync(TestContext.Current.CancellationToken));
        Assert.All(await db.Set<SeatRow>().ToListAsync(TestContext.Current.CancellationToken), seat => Assert.Equal((seat.VirtualTime, seat.LastTurn), (rebuilt[seat.Person].VirtualTime, rebuilt[seat.Person].LastTurn)));
    }
}
