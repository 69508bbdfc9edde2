using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Tests.Quizzes;

public sealed class TakingAQuizTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_rep_answers_hands_in_and_reads_the_result(Store store)
    {
        await using var app = new AcademyApp(store);
        using var rep = await Sitting.Of(app);

        var intro = await rep.Browser.Open(Sitting.Exam);
        Assert.Contains("5 of 5 left", intro, StringComparison.Ordinal);
        Assert.Contains("After a pass they can be read for 30 days", intro, StringComparison.Ordinal);
        var attempt = await rep.Start();
        Assert.Contains("Question 1 of 10", await rep.Browser.Open($"/quizzes/attempts/{attempt}"), StringComparison.Ordinal);
        await rep.AnswerAll(attempt, right: 8);
        Assert.Contains("10 of 10 answered", await rep.Browser.Open($"/quizzes/attempts/{attempt}/submit"), StringComparison.Ordinal);
        var handedIn = await rep.Submit(attempt);

        Assert.Equal($"/quizzes/attempts/{attempt}/result", handedIn.Headers.Location!.ToString());
        var result = await rep.Browser.Open($"/quizzes/attempts/{attempt}/result");
        Assert.Contains("80%", result, StringComparison.Ordinal);
        Assert.Contains("Passed", result, StringComparison.Ordinal);
        var graded = Assert.Single(await rep.Graded());
        Assert.Equal((0.8, true, 10, AttemptKind.Certification), (Math.Round(graded.Score, 9), graded.Passed, graded.Answers.Count, graded.Kind));
        Assert.All(graded.Answers, a => Assert.Equal((new DateOnly(2026, 11, 23), "discovery"), (a.Day, a.Competency)));
        Assert.Single(await app.Events(), e => e.Type == "attempt-started");
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Of_a_quiz_sat_again_and_again_the_latest_attempts_are_listed_and_the_best_is_found_however_old(Store store)
    {
        await using var app = new AcademyApp(store);
        using var rep = await Sitting.Of(app);
        var first = await rep.Start(Sitting.Check);
        await rep.AnswerAll(first);
        await rep.Submit(first);
        var (book, taken) = (app.Services.GetRequiredService<QuizBook>(), new List<Guid> { first });
        for (var again = 0; again < 21; again++)
            taken.Add(Assert.IsType<Accepted<Guid>>(await book.Sit(app.Clock.Act(rep.Person), "discovery", "check-open", _ => false)).Value);

        var page = await rep.Browser.Open(Sitting.Check);

        Assert.Contains("The latest 20 of 22", page, StringComparison.Ordinal);
        Assert.Contains($"/quizzes/attempts/{first}/result\">100%", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/quizzes/attempts/{taken[1]}/result", page, StringComparison.Ordinal);
        Assert.Contains($"/quizzes/attempts/{taken[2]}/result", page, StringComparison.Ordinal);
        Assert.Contains("0%", await rep.Browser.Open($"/quizzes/attempts/{taken[1]}/result"), StringComparison.Ordinal);
        Assert.Equal(23, (await rep.Row(await rep.Start(Sitting.Check))).Number);
    }

    [Fact]
    public async Task Without_script_each_form_saves_and_goes_on()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app, "zh-Hans");
        var attempt = await rep.Start();

        var next = await rep.Browser.Submit($"/quizzes/attempts/{attempt}/answers", ("question", "1"), ("option", "1"), ("go", "2"));
        var last = await rep.Browser.Submit($"/quizzes/attempts/{attempt}/answers", ("question", "10"), ("option", "0"), ("flagged", "true"), ("go", "0"));

        Assert.Equal($"/quizzes/attempts/{attempt}?q=2", next.Headers.Location!.ToString());
        Assert.Equal($"/quizzes/attempts/{attempt}/submit", last.Headers.Location!.ToString());
        Assert.Contains("已保存 08:00:00", await rep.Browser.Open($"/quizzes/attempts/{attempt}?q=1"), StringComparison.Ordinal);
        Assert.Equal(["zh-Hans", "zh-Hans"], (await rep.Stored(attempt)).Select(a => a.Locale));
        Assert.Equal([1, 10], (await rep.Stored(attempt)).Select(a => a.Position));
    }

    [Fact]
    public async Task The_order_stays_on_another_device_and_the_answers_are_there()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();
        await rep.Save(attempt, 3, [1]);
        var before = await rep.Browser.Open($"/quizzes/attempts/{attempt}?q=3");

        app.Time.Advance(TimeSpan.FromMinutes(5));
        using var phone = await app.SignIn(rep.Person);
        var after = await phone.Open($"/quizzes/attempts/{attempt}?q=3");

        Assert.Equal(OptionsOf(before), OptionsOf(after));
        Assert.Contains("value=\"1\" checked", after, StringComparison.Ordinal);
        Assert.Contains("ends at 08:20", after, StringComparison.Ordinal);
        Assert.Contains($"/quizzes/attempts/{attempt}", await phone.Open("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_the_page_hands_nothing_in()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();
        await rep.Save(attempt, 1, [0]);

        await rep.Browser.Open(Sitting.Exam);
        await rep.Browser.Open("/");

        Assert.Null((await rep.Row(attempt)).FinishedAt);
        Assert.Equal(attempt, await rep.Start());
    }

    [Fact]
    public async Task The_wait_runs_from_the_end_and_attempts_run_out()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        for (var i = 0; i < 5; i++)
        {
            await rep.Submit(await rep.Start());
            var early = await rep.Browser.Submit($"{Sitting.Exam}/attempts");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
            app.Time.Advance(TimeSpan.FromHours(1));
        }

        var refused = await rep.Browser.Submit($"{Sitting.Exam}/attempts");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("All 5 attempts are used", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(5, (await rep.Graded()).Count);
    }

    [Fact]
    public async Task An_expired_sign_in_returns_to_the_question()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();
        using var stranger = app.Visitor();

        var sent = await stranger.Get($"/quizzes/attempts/{attempt}?q=4");
        var back = await stranger.Submit("/people/sign-in", ("Email", $"{rep.Person:N}@example.com"), ("Password", AcademyApp.Password), ("ReturnUrl", $"/quizzes/attempts/{attempt}?q=4"));

        Assert.Contains(Uri.EscapeDataString($"/quizzes/attempts/{attempt}?q=4"), sent.Headers.Location!.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal($"/quizzes/attempts/{attempt}?q=4", back.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await rep.Browser.Get($"/quizzes/attempts/{attempt}/answers")).StatusCode);
    }

    private static string OptionsOf(string page) => System.Text.RegularExpressions.Regex.Match(page, "<div class=\"options\">.*?(?=<input name=\"__RequestVerificationToken|</form>)", System.Text.RegularExpressions.RegexOptions.Singleline).Value;
}
