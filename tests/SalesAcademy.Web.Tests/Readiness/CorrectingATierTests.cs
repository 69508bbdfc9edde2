using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.Readiness;

public sealed class CorrectingATierTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_manager_lowers_a_tier_for_some_days_and_it_comes_back_by_itself(Store store)
    {
        await using var app = new AcademyApp(store);
        var (manager, learner) = await Team(app);
        using var browser = await app.SignIn(manager);

        var answer = await Correct(browser, app, learner, Tier.Shadow, days: 3, "First customer calls together with me");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var today = app.Clock.Today;
        Assert.Equal(Tier.Shadow, (await EvidenceBecomesReadinessTests.StandingOf(app, learner.Id, today.AddDays(3))).Tier);
        Assert.Equal(Tier.C, (await EvidenceBecomesReadinessTests.StandingOf(app, learner.Id, today.AddDays(4))).Tier);
        var row = Assert.Single(await app.Events(), e => e.Type == "tier-overridden");
        Assert.NotNull(row.ReasonHash);
        Assert.DoesNotContain("customer", row.Json, StringComparison.Ordinal);
        using var own = await app.SignIn(learner.Id);
        var page = await own.Open("/readiness");
        Assert.Contains("First customer calls together with me", page, StringComparison.Ordinal);
        Assert.Contains("Zhou Mingzhe", page, StringComparison.Ordinal);
        Assert.Contains("Your manager has set your tier to", await own.Open("/"), StringComparison.Ordinal);
        Assert.Contains("C by the evidence", await browser.Open("/readiness/team"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_a_correction_tells_the_person_that_it_ended_and_which_tier_holds()
    {
        await using var app = new AcademyApp();
        var (manager, learner) = await Team(app);
        using var browser = await app.SignIn(manager);
        await Correct(browser, app, learner, Tier.Shadow, days: 3, "First customer calls together with me");
        Assert.Equal(Tier.C, (await EvidenceBecomesReadinessTests.StandingOf(app, learner.Id)).Lowered?.Earned);

        await Correct(browser, app, learner, Tier.C, days: 1, "They went well");

        Assert.Null((await EvidenceBecomesReadinessTests.StandingOf(app, learner.Id)).Lowered);
        using var own = await app.SignIn(learner.Id);
        Assert.Contains("ended the correction of your tier. By the evidence you are in tier C.", await own.Open("/notices"), StringComparison.Ordinal);
        var history = await own.Open("/readiness");
        Assert.Contains("They went well", history, StringComparison.Ordinal);
        Assert.Contains("First customer calls together with me", history, StringComparison.Ordinal);
        Assert.Contains("set by Zhou Mingzhe from", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_policy_does_not_allow_is_refused_in_words_and_leaves_no_trace()
    {
        await using var app = new AcademyApp();
        var (manager, learner) = await Team(app);
        using var browser = await app.SignIn(manager);
        (Tier To, int Days, string Reason, string Said)[] cases =
        [
            (Tier.Shadow, 3, " ", "Say why."),
            (Tier.A, 3, "Knows the trade", "raised by 1 at most"),
            (Tier.B, 14, "Knows the trade", "at most 14 days|may last 14 days"),
            (Tier.B, 3, "Knows the trade", "certificates allow C"),
            (Tier.C, 3, "Stays", "is C already"),
            (Tier.Shadow, -1, "Yesterday", "before the first"),
        ];

        foreach (var (to, days, reason, said) in cases)
        {
            var answer = await Correct(browser, app, learner, to, days, reason);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Matches(said, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.DoesNotContain(await app.Events(), e => e.Type == "tier-overridden");
            await using var db = app.Read();
            Assert.False(await db.Set<SpokenRow>().AnyAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_raise_ends_where_a_hard_gate_falls()
    {
        await using var app = new AcademyApp();
        var (manager, learner) = await Team(app);
        await learner.Earns("leads-and-pool");
        var discovery = await learner.Earns("discovery");
        using var browser = await app.SignIn(manager);
        Assert.Equal(HttpStatusCode.Redirect, (await Correct(browser, app, learner, Tier.B, days: 13, "Watched three calls this week")).StatusCode);
        Assert.Equal(Tier.B, (await EvidenceBecomesReadinessTests.StandingOf(app, learner.Id)).Tier);

        await learner.Loses(discovery, "discovery");

        Assert.Equal(Tier.C, (await EvidenceBecomesReadinessTests.StandingOf(app, learner.Id)).Tier);
    }

    [Fact]
    public async Task Only_a_manager_of_the_team_corrects()
    {
        await using var app = new AcademyApp();
        var (_, learner) = await Team(app);
        var stranger = await app.Join("Aisha Rahman", Role.Manager | Role.Hr);
        await app.Team("South", stranger);
        using var browser = await app.SignIn(stranger);

        var page = await browser.Open($"/readiness/{learner.Id}");
        var answer = await Correct(browser, app, learner, Tier.Shadow, days: 3, "Because");

        Assert.DoesNotContain("Correct the tier", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<(Guid Manager, Learner Learner)> Team(AcademyApp app)
    {
        var manager = await app.Join("Zhou Mingzhe", Role.Manager);
        var learner = await SteppingTiersTests.ReadyForC(app, await app.Team("North", manager));
        await learner.Earns("sales-process");
        return (manager, learner);
    }

    private static Task<HttpResponseMessage> Correct(Browser browser, AcademyApp app, Learner learner, Tier to, int days, string reason) => browser.Submit(
        $"/readiness/{learner.Id}/overrides", ("To", to.ToString()), ("Until", app.Clock.Today.AddDays(days).ToString("O", CultureInfo.InvariantCulture)), ("Reason", reason));
}
