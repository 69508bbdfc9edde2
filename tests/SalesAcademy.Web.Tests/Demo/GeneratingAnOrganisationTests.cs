using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Demo;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.Demo;

public sealed class GeneratingAnOrganisationTests
{
    private const int Reps = 300;
    private const int Leads = 1_500;

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task It_is_what_the_product_would_have_written(Store store)
    {
        await using var app = new AcademyApp(store);
        await app.Services.GetRequiredService<DemoGenerator>().Fill(Reps, Leads, seed: 7, (_, _) => { });

        await using var db = app.Read();
        Assert.Null(EventTrunk.FirstBroken(await app.Events()));
        var standings = await app.Services.GetRequiredService<ReadinessBook>().All(db, app.Clock.Today);
        var tiers = await db.Set<TierRow>().ToDictionaryAsync(row => row.Person, row => row.Tier, TestContext.Current.CancellationToken);
        Assert.All(standings, standing => Assert.Equal(tiers[standing.Person], standing.Tier));
        Assert.Equal(Enum.GetValues<Tier>(), standings.Select(standing => standing.Tier).Distinct().Order());
        Assert.Equal(Leads, await db.Set<LeadRow>().CountAsync(TestContext.Current.CancellationToken));
        await OwnersKeepTheirCaps(app);
    }

    [Fact]
    public async Task The_evidence_kept_is_what_the_events_tell()
    {
        await using var app = new AcademyApp();
        await app.Services.GetRequiredService<DemoGenerator>().Fill(60, 0, seed: 3, (_, _) => { });

        await using var db = app.Read();
        var (book, now) = (app.Services.GetRequiredService<ReadinessBook>(), app.Services.GetRequiredService<Library>().Now);
        var told = (await app.Events()).ToLookup(row => row.Subject);
        foreach (var standing in await book.All(db, app.Clock.Today))
        {
            var past = book.Past(standing.Person);
            foreach (var row in told[standing.Person])
                past.Hear(EventTrunk.Read(row), row.LocalDate);
            var again = past.On("sdr", active: true, app.Clock.Today, now)!;
            Assert.Equal((standing.Tier, standing.Score, standing.Low), (again.Tier, again.Score, again.Low));
        }
    }

    [Fact]
    public async Task A_lead_that_arrives_afterwards_is_given_and_comes_out_the_same_in_a_replay()
    {
        await using var app = new AcademyApp();
        await app.Services.GetRequiredService<DemoGenerator>().Fill(Reps, 100, seed: 7, (_, _) => { });

        await app.Services.GetRequiredService<LeadPool>().Arrive(app.Clock.Act(), new ArrivingLead
        {
            Company = "Kestrel Outdoor",
            About = "",
            Contact = "Dana Whitfield",
            Email = "dana@kestrel.example",
            Phone = "",
            Tier = Tier.C,
            Source = "Fair",
            Tags = [new Tag("language", "en"), new Tag("region", "uk-ireland")],
        });

        await using var db = app.Read();
        var decision = await db.Set<DecisionRow>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(AssignmentOutcome.Assigned, decision.Outcome);
        var report = await app.Services.GetRequiredService<Replay>().Run(db, decision.Number, decision.Number, TestContext.Current.CancellationToken);
        Assert.Equal((1, 0), (report.Decisions, report.Differing));
    }

    [Fact]
    public async Task An_academy_in_which_people_work_is_not_filled()
    {
        await using var app = new AcademyApp();
        var generator = app.Services.GetRequiredService<DemoGenerator>();
        await app.Services.GetRequiredService<ILedger>().Run<Done>(app.Clock.Act(), entry =>
        {
            JoinPerson.Enter(entry, new PersonRow { Id = entry.NewId(), Name = "Ada", Email = "ada@work.example", HiredOn = app.Clock.Today, Language = "en", ContentLanguage = "en", Zone = "UTC" }, Role.Rep);
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);

        Assert.NotNull(await generator.WhyNot());
    }

    private static async Task OwnersKeepTheirCaps(AcademyApp app)
    {
        await using var db = app.Read();
        var (policy, since) = (app.Services.GetRequiredService<Library>().Now.Leads, app.Clock.Now - LeadCaps.Week);
        var tiers = await db.Set<TierRow>().ToDictionaryAsync(row => row.Person, row => row.Tier, TestContext.Current.CancellationToken);
        var owned = await db.Set<OwnershipRow>().ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(owned.GroupBy(o => o.Person), mine => Assert.InRange(mine.Count(o => o.EndSequence is null), 0, policy.Open(tiers[mine.Key])));
        Assert.All(owned.Where(o => o.At > since).GroupBy(o => o.Person), mine => Assert.InRange(mine.Count(), 1, policy.Weekly(tiers[mine.Key])));
        Assert.All(await db.Set<LeadRow>().Where(l => l.State == LeadState.Owned).ToListAsync(TestContext.Current.CancellationToken), lead => Assert.True(lead.LastDay >= app.Clock.Today));
    }
}
