using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Web.Tests.People;

/// <summary>What waits for somebody's manager waits for whoever is their manager now: nothing is left with the one before.</summary>
public sealed class ChangingManagersTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Open_reviews_move_with_the_person_to_the_new_manager(Store store)
    {
        await using var app = new AcademyApp(store);
        using var team = await RepAndManager.Of(app);
        var (rep, before) = (team.Rep, team.Manager);
        var next = await app.Join("Aisha Rahman", Role.Manager);
        var west = await app.Team("West", next);
        using var after = await app.SignIn(next);
        var hrId = await app.Join("Sun Jie", Role.Hr);
        using var hr = await app.SignIn(hrId);
        var attempt = await rep.Start();
        await rep.AnswerAll(attempt, right: 7);
        await rep.Submit(attempt);
        await rep.Browser.Submit($"/quizzes/attempts/{attempt}/contests", ("Question", "8"), ("Reason", "The buyer named the cost himself."));
        var contest = await Only(app);
        Assert.Contains("1 mark is contested", await before.Open("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await before.Get($"/coaching/scorecards/new?person={rep.Person}&rubric=discovery-call")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await hr.Submit($"/people/{rep.Person}", ("Name", "Lin Xiao"), ("TeamId", $"{west}"), ("Profile", "sdr"), ("HiredOn", "2026-11-23"))).StatusCode);

        Assert.DoesNotContain("is contested", await before.Open("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await before.Get($"/quizzes/contests/{contest}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await before.Submit($"/quizzes/contests/{contest}/decision", ("Grant", "true"), ("Percent", "100"), ("Reason", "Late"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await before.Get($"/coaching/scorecards/new?person={rep.Person}&rubric=discovery-call")).StatusCode);
        Assert.Contains("1 mark is contested", await after.Open("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await after.Get($"/coaching/scorecards/new?person={rep.Person}&rubric=discovery-call")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await after.Submit($"/quizzes/contests/{contest}/decision", ("Grant", "false"), ("Percent", "100"), ("Reason", "It stands"))).StatusCode);
        Assert.DoesNotContain("is contested", await after.Open("/"), StringComparison.Ordinal);
    }

    private static async Task<Guid> Only(AcademyApp app)
    {
        await using var db = app.Read();
        return (await db.Set<ContestRow>().SingleAsync(TestContext.Current.CancellationToken)).Id;
    }
}
