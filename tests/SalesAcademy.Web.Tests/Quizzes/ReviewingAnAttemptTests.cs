using System.Net;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>What of an attempt may be looked at again, moment by moment: looked for in the bytes the server sends, not in what a browser would show.</summary>
public sealed class ReviewingAnAttemptTests
{
    [Fact]
    public async Task Each_moment_shows_what_it_opens_and_keeps_what_was_open()
    {
        using var content = new AlteredContent("""
            closes: 2026-11-24
            review:
              after: [marks]
              later: [answers]
              later-after: 2 h
              closed: [key, feedback]
            """);
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var intro = WebUtility.HtmlDecode(await rep.Browser.Open(Sitting.Exam));
        Assert.Contains("When you have handed in: right or wrong", intro, StringComparison.Ordinal);
        Assert.Contains("2 hours after you have handed in: your answers", intro, StringComparison.Ordinal);
        Assert.Contains("When the quiz has closed: right answers, explanations", intro, StringComparison.Ordinal);
        var attempt = await rep.Start();
        var seen = await WrongAtFirst(rep, attempt);

        // As soon as it is handed in: the marks.
        var after = await Result(rep, attempt);
        Assert.DoesNotContain(seen.Given, after, StringComparison.Ordinal);
        Assert.DoesNotContain(seen.Right, after, StringComparison.Ordinal);
        Assert.DoesNotContain(seen.Why, after, StringComparison.Ordinal);
        Assert.Contains("Not right", after, StringComparison.Ordinal);
        Assert.Contains("From 10:00: your answers", after, StringComparison.Ordinal);
        Assert.Contains("From Wed 25 Nov 00:00: right answers, explanations", after, StringComparison.Ordinal);

        // A second before two hours, and then.
        app.Time.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(seen.Given, await Result(rep, attempt), StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var later = await Result(rep, attempt);
        Assert.Contains(seen.Given, later, StringComparison.Ordinal);
        Assert.DoesNotContain(seen.Right, later, StringComparison.Ordinal);
        Assert.DoesNotContain(seen.Why, later, StringComparison.Ordinal);
        Assert.DoesNotContain("Right answer", later, StringComparison.Ordinal);
        Assert.DoesNotContain("option right", later, StringComparison.Ordinal);

        // Midnight between the 24th and the 25th in Shanghai.
        app.Time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 15, 59, 59, TimeSpan.Zero));
        using var back = new Sitting(app, await app.SignIn(rep.Person), rep.Person);
        Assert.DoesNotContain(seen.Right, await Result(back, attempt), StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var closed = await Result(back, attempt);
        Assert.Contains(seen.Right, closed, StringComparison.Ordinal);
        Assert.Contains(seen.Why, closed, StringComparison.Ordinal);
        Assert.DoesNotContain("From ", closed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_alone_show_neither_the_mark_nor_the_key()
    {
        using var content = new AlteredContent("review:\n  after: [answers]\n  passed: [marks, answers, key, feedback]");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();
        var seen = await WrongAtFirst(rep, attempt);

        var result = await Result(rep, attempt);

        Assert.Contains(seen.Given, result, StringComparison.Ordinal);
        Assert.DoesNotContain("Not right", result, StringComparison.Ordinal);
        Assert.DoesNotContain(seen.Right, result, StringComparison.Ordinal);
        Assert.Contains("When you have passed, or have no attempt left: right or wrong, right answers, explanations", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_last_attempt_everything_that_waited_for_a_pass_is_shown()
    {
        using var content = new AlteredContent("attempts: 2\nreview:\n  passed: [marks, answers, key, feedback]");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var first = await rep.Start();
        var seen = await WrongAtFirst(rep, first);
        Assert.DoesNotContain(seen.Right, await Result(rep, first), StringComparison.Ordinal);

        await rep.Submit(await rep.Start());

        Assert.Contains(seen.Right, await Result(rep, first), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_quiz_is_sat_again_what_was_asked_before_shows_marks_alone()
    {
        using var content = new AlteredContent("review: after");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var first = await rep.Start();
        var seen = await WrongAtFirst(rep, first);
        Assert.Contains(seen.Right, await Result(rep, first), StringComparison.Ordinal);

        var second = await rep.Start();
        var meanwhile = await Result(rep, first);
        await rep.Submit(second);

        Assert.Contains("until it is handed in, only marks are shown here", meanwhile, StringComparison.Ordinal);
        Assert.All((string[])[seen.Given, seen.Right, seen.Why], words => Assert.DoesNotContain(words, meanwhile, StringComparison.Ordinal));
        Assert.Contains(seen.Right, await Result(rep, first), StringComparison.Ordinal);
    }

    [Fact]
    public async Task During_an_attempt_only_what_follows_each_answer_is_sent()
    {
        using var content = new AlteredContent("review:\n  during: [marks]\n  after: [marks, answers, key, feedback]");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();
        var question = (await rep.Paper(attempt)).Find(1)!;
        var why = question.Variant.Key.Feedback.English!.Options.OfType<string>().ToArray();

        await rep.Save(attempt, 1, await rep.Places(attempt, 1, right: false));
        var committed = await rep.Browser.Open($"/quizzes/attempts/{attempt}?q=1");

        Assert.NotEmpty(why);
        Assert.All(why, words => Assert.DoesNotContain(words, committed, StringComparison.Ordinal));
        Assert.Contains("Not right", committed, StringComparison.Ordinal);
        Assert.DoesNotContain("Right answer", committed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await rep.Save(attempt, 1, await rep.Places(attempt, 1), 999_999_999_999_999)).StatusCode);
    }

    [Fact]
    public async Task What_is_never_shown_is_never_sent()
    {
        using var content = new AlteredContent("review: never");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();
        await rep.AnswerAll(attempt);
        await rep.Submit(attempt);

        var result = await rep.Browser.Open($"/quizzes/attempts/{attempt}/result");

        Assert.Contains("100%", result, StringComparison.Ordinal);
        Assert.Contains("Solutions of this quiz are not shown", result, StringComparison.Ordinal);
        Assert.All((await rep.Paper(attempt)).Questions, q => Assert.DoesNotContain(q.Variant.Face.English!.Title, result, StringComparison.Ordinal));
    }

    // Answers the first question wrong, so that given and right answer differ, hands in, and says what to look for.
    private static async Task<(string Given, string Right, string Why)> WrongAtFirst(Sitting rep, Guid attempt)
    {
        var single = (await rep.Paper(attempt)).Questions.First(q => q.Key is ChoiceKey { Several: false });
        var places = await rep.Places(attempt, single.Number, right: false);
        await rep.Save(attempt, single.Number, places);
        await rep.Submit(attempt);
        var (options, key) = (single.Variant.Face.English!.Options, single.Variant.Key);
        var given = single.Order[places[0]];
        return (options[given], options[((ChoiceKey)key.Answer).Right.ToList().IndexOf(true)], key.Feedback.English!.Options[given] ?? throw new InvalidOperationException("The content shipped explains every option."));
    }

    private static async Task<string> Result(Sitting rep, Guid attempt) => await rep.Browser.Open($"/quizzes/attempts/{attempt}/result");
}
