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

    [Fact]
    public async Task Answers_that_wait_for_a_grade_move_along_with_what_has_been_graded()
    {
        using var content = JudgedQuiz.Copy(" graders=2");
        await using var app = new AcademyApp(settings: content.Settings);
        using var team = await RepAndManager.Of(app);
        var (rep, before) = (team.Rep, team.Manager);
        var next = await app.Join("Aisha Rahman", Role.Manager);
        var west = await app.Team("West", next);
        using var after = await app.SignIn(next);
        using var hr = await app.SignIn(await app.Join("Sun Jie", Role.Hr));
        var attempt = await rep.Start(JudgedQuiz.Judged);
        await rep.Save(attempt, JudgedQuiz.Open, [], null, ("fill", "I would ask what it costs."));
        await rep.Submit(attempt);
        var answer = $"/quizzes/grading/{attempt}/{JudgedQuiz.Open}";
        Assert.Equal(HttpStatusCode.Redirect, (await Grade(before, answer)).StatusCode);
        Assert.Contains("No answer waits for a grade", await after.Open("/quizzes/grading"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await hr.Submit($"/people/{rep.Person}", ("Name", "Lin Xiao"), ("TeamId", $"{west}"), ("Profile", "sdr"), ("HiredOn", "2026-11-23"))).StatusCode);

        Assert.Contains("No answer waits for a grade", await before.Open("/quizzes/grading"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await before.Get(answer)).StatusCode);
        Assert.Contains("Lin Xiao", await after.Open("/quizzes/grading"), StringComparison.Ordinal);
        Assert.Contains("1 attempt waits for a grade", await after.Open("/"), StringComparison.Ordinal);
        Assert.Null((await rep.Row(attempt)).Score);
        // The grade of the manager before stays: this one is the second of two.
        Assert.Equal(HttpStatusCode.Redirect, (await Grade(after, answer)).StatusCode);
        Assert.NotNull((await rep.Row(attempt)).Score);
    }

    private static Task<HttpResponseMessage> Grade(Browser grader, string answer) => grader.Submit(
        answer,
        [.. new[] { "prepares-from-the-record", "earns-the-first-minutes", "listens-before-offering", "ends-with-a-next-step", "records-the-call" }.Select(criterion => ($"Levels[{criterion}]", "3")), ("Comment", "")]);

    private static async Task<Guid> Only(AcademyApp app)
    {
        await using var db = app.Read();
        return (await db.Set<ContestRow>().SingleAsync(TestContext.Current.CancellationToken)).Id;
    }
}
