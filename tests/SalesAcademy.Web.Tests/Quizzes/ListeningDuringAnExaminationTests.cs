using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Web.Shared.Live;
using SalesAcademy.Web.Tests.Shared.Live;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>Keys, explanations and what a manager writes carry a mark; whatever comes over the live connection of somebody at an open attempt, the mark is not in it.</summary>
public sealed class ListeningDuringAnExaminationTests
{
    [Fact]
    public async Task No_frame_holds_a_key_an_explanation_or_what_a_manager_writes()
    {
        using var content = MarkedContent.Copy();
        await using var app = OnAPort(content);
        using var people = await RepAndManager.Of(app);
        await using var page = await LiveWire.Of(app, people.Rep.Person);

        // An examination is answered while the manager writes a note, which is held, and grants an attempt, which gives a notice.
        var exam = await people.Rep.Start(MarkedContent.Exam);
        await page.Here("quiz:certification");
        await people.Rep.AnswerWrong(exam);
        await Note(people);
        await Grant(app, people);
        await page.Signalled("notices");
        Assert.DoesNotContain("\"notes\"", page.Heard, StringComparison.Ordinal);

        // What waited is released by the end; at the next attempt, a check, a note comes at once.
        await people.Rep.Submit(exam);
        await page.Signalled("notes");
        var heard = page.Heard.Length;
        var check = await people.Rep.Start(Sitting.Check);
        await page.Here("quiz:check");
        await people.Rep.Save(check, 1, await people.Rep.Places(check, 1, right: false));
        await Note(people);
        await Eventually.Holds(() => page.Heard.IndexOf("\"notes\"", heard, StringComparison.Ordinal) > 0);

        Assert.DoesNotContain(MarkedContent.Canary, page.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frame_that_says_why_an_answer_is_right_would_be_found()
    {
        using var content = MarkedContent.Copy();
        await using var app = OnAPort(content);
        using var rep = await Sitting.Of(app);
        await using var page = await LiveWire.Of(app, rep.Person);
        var paper = await rep.Paper(await rep.Start(MarkedContent.Exam));
        var why = paper.Questions[0].Variant.Key.Feedback.English!.General!;

        app.Services.GetRequiredService<ILive>().Changed(rep.Person, why, sequence: 1);

        await Eventually.Holds(() => page.Heard.Contains(MarkedContent.Canary, StringComparison.Ordinal));
    }

    private static AcademyApp OnAPort(ContentCopy content)
    {
        var app = new AcademyApp(settings: content.Settings);
        app.OnAPort();
        return app;
    }

    private static async Task Note(RepAndManager people) => Assert.NotEqual(
        HttpStatusCode.UnprocessableEntity, (await people.Manager.Submit("/coaching/notes", ("Person", $"{people.Rep.Person}"), ("Text", $"Think of {MarkedContent.Canary}."))).StatusCode);

    private static async Task Grant(AcademyApp app, RepAndManager people) => Assert.Equal(HttpStatusCode.Redirect, (await people.Manager.Submit(
        $"/quizzes/accommodations/{people.Rep.Person}",
        ("Quiz", "discovery/certification"), ("ExtraAttempts", "1"), ("ExtraTime", "0"), ("Until", app.Clock.Today.AddDays(7).ToString("O", CultureInfo.InvariantCulture)), ("Reason", $"Because of {MarkedContent.Canary}"))).StatusCode);
}
