using System.Net;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Tests.Quizzes;

public sealed class AnsweringALessonsCheckTests
{
    private const string Card = $"{Sitting.Check}/check";
    private const string Lesson = "/courses/discovery/open#check";

    [Fact]
    public async Task It_is_answered_question_by_question_on_the_card_and_ends_with_the_last_answer()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        Assert.Contains("Begin the check", await rep.Browser.Open(Card), StringComparison.Ordinal);

        var begun = await rep.Browser.Submit($"{Sitting.Check}/attempts", ("return", Lesson));
        Assert.Equal(Lesson, begun.Headers.Location!.ToString());
        var attempt = await rep.Start(Sitting.Check);
        foreach (var question in (await rep.Paper(attempt)).Questions)
        {
            Assert.Contains($"Question {question.Number} of", await rep.Browser.Open(Card), StringComparison.Ordinal);
            var answered = await rep.Browser.Submit($"/quizzes/attempts/{attempt}/answers",
                [("question", $"{question.Number}"), ("return", Lesson), .. (await rep.Places(attempt, question.Number)).Select(p => ("option", $"{p}"))]);
            Assert.Equal(Lesson, answered.Headers.Location!.ToString());
        }

        var done = await rep.Browser.Open(Card);
        Assert.Contains("Passed", done, StringComparison.Ordinal);
        Assert.Contains("Do it again", done, StringComparison.Ordinal);
        var graded = Assert.Single(await rep.Graded());
        Assert.Equal((AttemptKind.Check, 1, true), (graded.Kind, graded.Score, graded.Passed));
    }

    [Fact]
    public async Task A_committed_answer_cannot_be_taken_back_once_its_explanation_is_seen()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start(Sitting.Check);
        var (wrong, right) = (await rep.Places(attempt, 1, right: false), await rep.Places(attempt, 1));
        await rep.Save(attempt, 1, wrong, 1);

        var again = await rep.Save(attempt, 1, right, 2);
        var sameAgain = await rep.Save(attempt, 1, wrong, 3);

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, sameAgain.StatusCode);
        Assert.Equal(1, Assert.Single(await rep.Stored(attempt)).ClientSequence);
    }

    [Fact]
    public async Task An_empty_answer_is_not_final()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start(Sitting.Check);

        var empty = await rep.Browser.Submit($"/quizzes/attempts/{attempt}/answers", ("question", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Choose an answer", await empty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await rep.Save(attempt, 1, await rep.Places(attempt, 1))).StatusCode);
    }

    [Fact]
    public async Task It_can_be_done_again_the_best_result_stands_and_the_first_answer_of_the_day_is_evidence()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var first = await rep.Start(Sitting.Check);
        await rep.AnswerAll(first, right: 0);
        await rep.Submit(first);
        var second = await rep.Start(Sitting.Check);
        await rep.AnswerAll(second);
        await rep.Submit(second);

        Assert.Equal([0, 1], (await rep.Graded()).Select(g => g.Score));
        Assert.Contains("100%", await rep.Browser.Open(Sitting.Check), StringComparison.Ordinal);
        await using var db = app.Read();
        var evidence = db.Set<Features.Quizzes.FamilyAnswerRow>().Where(a => a.Person == rep.Person).ToList();
        Assert.NotEmpty(evidence);
        Assert.All(evidence, e => Assert.True(e.Score < 1));
    }

    [Fact]
    public async Task A_return_to_another_site_is_not_followed()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);

        var begun = await rep.Browser.Submit($"{Sitting.Check}/attempts", ("return", "//evil.example"));

        Assert.StartsWith("/quizzes/attempts/", begun.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
