using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>Every explanation carries a mark; it must not leave the server before the review policy says so.</summary>
public sealed class KeepingKeysTests
{
    private const string Canary = "canary-7319";

    [Fact]
    public async Task No_explanation_leaves_before_the_quiz_is_handed_in()
    {
        using var content = new ContentCopy().Replace("quiz-*.md", "\n  > ", $"\n  > {Canary} ");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();
        var seen = new List<string> { await rep.Browser.Open(Sitting.Exam), await rep.Browser.Open("/") };

        foreach (var question in (await rep.Paper(attempt)).Questions)
        {
            seen.Add(await rep.Browser.Open($"/quizzes/attempts/{attempt}?q={question.Number}"));
            var saved = await rep.Save(attempt, question.Number, await rep.Places(attempt, question.Number));
            seen.Add(await saved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        seen.Add(await rep.Browser.Open($"/quizzes/attempts/{attempt}/submit"));
        var early = await rep.Browser.Get($"/quizzes/attempts/{attempt}/result");
        Assert.All(seen, page => Assert.DoesNotContain(Canary, page, StringComparison.Ordinal));
        Assert.All(seen.Skip(2), page => Assert.DoesNotContain("Right answer", page, StringComparison.Ordinal));
        Assert.Equal($"/quizzes/attempts/{attempt}", early.Headers.Location!.ToString());

        await rep.Submit(attempt);
        Assert.Contains(Canary, await rep.Browser.Open($"/quizzes/attempts/{attempt}/result"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_and_a_drill_explain_only_what_is_committed()
    {
        using var content = new ContentCopy().Replace("quiz-*.md", "\n  > ", $"\n  > {Canary} ");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);

        Assert.DoesNotContain(Canary, await rep.Browser.Open($"{Sitting.Check}/check"), StringComparison.Ordinal);
        var attempt = await rep.Start(Sitting.Check);
        Assert.DoesNotContain(Canary, await rep.Browser.Open($"{Sitting.Check}/check"), StringComparison.Ordinal);
        await rep.Save(attempt, 1, await rep.Places(attempt, 1, right: false));
        Assert.Contains(Canary, await rep.Browser.Open($"{Sitting.Check}/check"), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, await rep.Browser.Open($"/quizzes/attempts/{attempt}?q=2"), StringComparison.Ordinal);

        // What was answered wrong comes back the day after.
        await rep.AnswerAll(attempt, right: 0);
        await rep.Submit(attempt);
        app.Time.Advance(TimeSpan.FromDays(1));
        using var tomorrow = await app.SignIn(rep.Person);
        await tomorrow.Submit("/quizzes/drill");
        Assert.DoesNotContain(Canary, await tomorrow.Open("/quizzes/drill"), StringComparison.Ordinal);
        await tomorrow.Submit("/quizzes/drill/answers", ("question", "1"), ("day", "2026-11-24"), ("unsure", "true"));
        Assert.Contains(Canary, await tomorrow.Open("/quizzes/drill?q=1"), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, await tomorrow.Open("/quizzes/drill?q=2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Solutions_of_a_certification_wait_for_the_pass()
    {
        using var content = new ContentCopy().Replace("quiz-*.md", "\n  > ", $"\n  > {Canary} ");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);

        var failed = await rep.Start();
        await rep.AnswerAll(failed, right: 0);
        await rep.Submit(failed);
        Assert.DoesNotContain(Canary, await rep.Browser.Open($"/quizzes/attempts/{failed}/result"), StringComparison.Ordinal);

        app.Time.Advance(TimeSpan.FromHours(2));
        var passed = await rep.Start();
        await rep.AnswerAll(passed);
        await rep.Submit(passed);
        Assert.Contains(Canary, await rep.Browser.Open($"/quizzes/attempts/{passed}/result"), StringComparison.Ordinal);
        Assert.Contains(Canary, await rep.Browser.Open($"/quizzes/attempts/{failed}/result"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_does_not_touch_an_attempt_at_work()
    {
        using var content = new ContentCopy().Replace("quiz-*.md", "\n  > ", $"\n  > {Canary} ");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();
        var before = await rep.Paper(attempt);
        var title = before.Questions[0].Variant.Face.English!.Title;

        content.Replace("quiz-certification.md", "## ", "## Changed: ");
        app.Services.GetRequiredService<Library>().Load();

        Assert.Contains(title, await rep.Browser.Open($"/quizzes/attempts/{attempt}?q=1"), StringComparison.Ordinal);
        await rep.AnswerAll(attempt);
        await rep.Submit(attempt);
        var graded = Assert.Single(await rep.Graded());
        Assert.Equal((1, before.ContentHash), (graded.Score, graded.ContentHash));
        Assert.NotEqual(before.ContentHash, app.Services.GetRequiredService<Library>().Now.Hash);
    }
}
