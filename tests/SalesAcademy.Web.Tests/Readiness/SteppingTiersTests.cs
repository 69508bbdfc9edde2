using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Tests.Readiness;

public sealed class SteppingTiersTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task The_event_that_completes_everything_raises_the_tier_at_once_and_says_so(Store store)
    {
        await using var app = new AcademyApp(store);
        var learner = await ReadyForC(app);
        Assert.Equal(Tier.Shadow, (await TierOf(app, learner.Id)).Tier);

        await learner.Earns("sales-process");

        Assert.Equal(Tier.C, (await TierOf(app, learner.Id)).Tier);
        var changed = Assert.Single((await app.Events()).Where(e => e.Type == "tier-changed").Select(e => (TierChanged)EventTrunk.Read(e)));
        Assert.Equal((Tier.Shadow, Tier.C, TierReason.Promoted, app.Clock.Today), (changed.From, changed.To, changed.Reason, changed.Day));
        Assert.Equal(learner.Catalogue.ReadinessHash, changed.PolicyHash);
        Assert.Equal(["tier-raised"], await NoticesOf(app, learner.Id));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_revoked_certificate_takes_the_tier_at_once(Store store)
    {
        await using var app = new AcademyApp(store);
        var learner = await ReadyForC(app);
        var certificate = await learner.Earns("sales-process");

        await learner.Loses(certificate, "sales-process");

        Assert.Equal(Tier.Shadow, (await TierOf(app, learner.Id)).Tier);
        Assert.Equal(["tier-raised", "tier-gate"], await NoticesOf(app, learner.Id));
    }

    [Fact]
    public async Task A_certificate_that_ends_overnight_takes_the_tier_at_the_next_step_and_holds_back_leads_before()
    {
        await using var app = new AcademyApp();
        var learner = await ReadyForC(app);
        await learner.Earns("sales-process", days: 2);
        var last = app.Clock.Today.AddDays(2);

        Assert.True((await EvidenceBecomesReadinessTests.StandingOf(app, learner.Id, last)).GatesHold);
        Assert.False((await EvidenceBecomesReadinessTests.StandingOf(app, learner.Id, last.AddDays(1))).GatesHold);
        app.Time.Advance(TimeSpan.FromDays(4));
        await StepNow(app);

        var change = (await ChangesOf(app, learner.Id))[^1];
        Assert.Equal((Tier.C, Tier.Shadow, TierReason.Gate, last.AddDays(1)), (change.From, change.To, change.Reason, change.Day));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Missed_days_are_stepped_one_by_one_and_seven_days_below_lose_the_tier(Store store)
    {
        await using var app = new AcademyApp(store);
        var learner = await ReadyForC(app);
        await learner.Earns("sales-process");
        var below = await FirstDayBelow(app, learner, 0.50);

        app.Time.Advance(TimeSpan.FromDays(below.DayNumber + 20 - app.Clock.Today.DayNumber));
        await StepNow(app);

        var change = (await ChangesOf(app, learner.Id))[^1];
        Assert.Equal((Tier.C, Tier.Shadow, TierReason.Faded, below.AddDays(6)), (change.From, change.To, change.Reason, change.Day));
        Assert.Equal(["tier-raised", "tier-below", "tier-faded"], await NoticesOf(app, learner.Id));
        Assert.Equal(app.Clock.Today, (await TierOf(app, learner.Id)).SteppedOn);
    }

    [Fact]
    public async Task The_first_day_below_and_the_last_before_the_fall_are_told_with_what_would_keep_the_tier()
    {
        await using var app = new AcademyApp();
        var learner = await ReadyForC(app);
        await learner.Earns("sales-process");
        var below = await FirstDayBelow(app, learner, 0.50);

        app.Time.Advance(TimeSpan.FromDays(below.DayNumber - 1 - app.Clock.Today.DayNumber));
        var told = new List<int>();
        for (var day = 0; day < 9; day++)
        {
            app.Time.Advance(TimeSpan.FromDays(day == 0 ? 0 : 1));
            await StepNow(app);
            told.Add((await NoticesOf(app, learner.Id)).Count);
        }

        // The day before, then seven days below: told on the first, the sixth and the seventh, which is the fall.
        Assert.Equal([1, 2, 2, 2, 2, 2, 3, 4, 4], told);
        Assert.Equal(["tier-raised", "tier-below", "tier-last-day", "tier-faded"], await NoticesOf(app, learner.Id));
        using var browser = await app.SignIn(learner.Id);
        var inbox = await browser.Open("/notices");
        Assert.Contains("after 7 days in a row the tier is lost", inbox, StringComparison.Ordinal);
        Assert.Matches("Tomorrow tier C is lost unless readiness is back above its threshold\\. [^<]*\\+[0-9.]+", System.Net.WebUtility.HtmlDecode(inbox));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Two_at_once_and_a_second_run_step_no_day_twice(Store store)
    {
        await using var app = new AcademyApp(store);
        var learner = await ReadyForC(app);
        await learner.Earns("sales-process");
        var below = await FirstDayBelow(app, learner, 0.50);
        app.Time.Advance(TimeSpan.FromDays(below.DayNumber + 2 - app.Clock.Today.DayNumber));

        await Task.WhenAll(StepNow(app), StepNow(app), StepNow(app));
        await StepNow(app);

        Assert.Equal(3, (await TierOf(app, learner.Id)).Below);
    }

    [Fact]
    public async Task An_event_takes_the_missed_days_first_and_never_counts_as_a_day_below()
    {
        await using var app = new AcademyApp();
        var learner = await ReadyForC(app);
        await learner.Earns("sales-process");
        var below = await FirstDayBelow(app, learner, 0.50);
        app.Time.Advance(TimeSpan.FromDays(below.DayNumber + 1 - app.Clock.Today.DayNumber));
        var family = learner.Catalogue.FindCourse("sales-process")!.Quizzes[1].Families[0];

        await learner.Drills(family, 0);
        await learner.Drills(family, 0);

        Assert.Equal(2, (await TierOf(app, learner.Id)).Below);
    }

    [Fact]
    public async Task The_tier_of_any_past_day_can_be_told()
    {
        await using var app = new AcademyApp();
        var learner = await ReadyForC(app);
        var first = app.Clock.Today;
        app.Time.Advance(TimeSpan.FromDays(3));
        var certificate = await learner.Earns("sales-process");
        app.Time.Advance(TimeSpan.FromDays(2));
        await learner.Loses(certificate, "sales-process");

        var tiers = new List<Tier>();
        for (var day = first; day <= app.Clock.Today; day = day.AddDays(1))
            tiers.Add((await EvidenceBecomesReadinessTests.StandingOf(app, learner.Id, day)).Tier);

        Assert.Equal([Tier.Shadow, Tier.Shadow, Tier.Shadow, Tier.C, Tier.C, Tier.Shadow], tiers);
    }

    [Fact]
    public async Task Somebody_suspended_falls_to_shadow_and_is_back_when_reinstated()
    {
        await using var app = new AcademyApp();
        var learner = await ReadyForC(app);
        await learner.Earns("sales-process");

        await Suspend(app, learner.Id, app.Clock.Now, new PersonSuspended(learner.Id));
        Assert.Equal(Tier.Shadow, (await TierOf(app, learner.Id)).Tier);
        await Suspend(app, learner.Id, null, new PersonReinstated(learner.Id));

        Assert.Equal(Tier.C, (await TierOf(app, learner.Id)).Tier);
    }

    [Fact]
    public async Task Everybody_is_stepped_when_midnight_passes()
    {
        await using var app = new AcademyApp();
        var learner = await ReadyForC(app);
        var before = app.Clock.Today;

        app.Time.Advance(TimeSpan.FromHours(17));
        await Eventually.Holds(async () =>
        {
            app.Time.Advance(TimeSpan.FromSeconds(1));
            return (await TierOf(app, learner.Id)).SteppedOn != before;
        }, "the daily step");

        Assert.Equal(before.AddDays(1), (await TierOf(app, learner.Id)).SteppedOn);
    }

    /// <summary>Everything for tier C but the certificate.</summary>
    internal static async Task<Learner> ReadyForC(AcademyApp app, Guid? team = null, string name = "Lin Yue", string language = "en")
    {
        var learner = await Learner.Hire(app, name, team, language);
        await learner.AnswersEverything();
        await learner.IsObserved(Guid.CreateVersion7(), 3, "process", "leads", "discovery");
        return learner;
    }

    private static async Task StepNow(AcademyApp app) =>
        await app.Services.GetRequiredService<DailyStep>().Run(TestContext.Current.CancellationToken);

    private static async Task<DateOnly> FirstDayBelow(AcademyApp app, Learner learner, double threshold)
    {
        var day = app.Clock.Today;
        while ((await EvidenceBecomesReadinessTests.StandingOf(app, learner.Id, day)).Score >= threshold)
            day = day.AddDays(1);
        return day;
    }

    private static async Task<TierRow> TierOf(AcademyApp app, Guid person)
    {
        await using var db = app.Read();
        return await db.Set<TierRow>().SingleAsync(t => t.Person == person, TestContext.Current.CancellationToken);
    }

    private static async Task<List<TierChangeRow>> ChangesOf(AcademyApp app, Guid person)
    {
        await using var db = app.Read();
        return await db.Set<TierChangeRow>().Where(t => t.Person == person).OrderBy(t => t.Number).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<List<string>> NoticesOf(AcademyApp app, Guid person)
    {
        await using var db = app.Read();
        return await db.Set<NoticeRow>().Where(n => n.Person == person).OrderBy(n => n.Sequence).Select(n => n.Kind).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static async Task Suspend(AcademyApp app, Guid person, DateTime? at, IEvent happened) => Assert.IsType<Accepted<Done>>(await app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
    {
        (await entry.Db.Set<PersonRow>().SingleAsync(p => p.Id == person)).SuspendedAt = at;
        entry.Record(happened);
        return Done.Value;
    }, TestContext.Current.CancellationToken));
}
