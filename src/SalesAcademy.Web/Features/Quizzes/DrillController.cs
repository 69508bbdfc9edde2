using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>The few questions of today: one at a time, each explained as soon as it is answered.</summary>
[Route("quizzes/drill"), Allow(Role.Rep)]
internal sealed class DrillController(DrillBook book, AnswerDrill drill, IPreparedReads reads, Clock clock, Moments moments) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Show(int? q, CancellationToken cancellation)
    {
        var today = await book.Read(reads, Person, clock.Today);
        return Question(today, q) is { } row
            ? View("DrillQuestion", new DrillPage(today, row, drill.Asked(row), Person))
            : View("Drill", today);
    }

    /// <summary>Begins the day's drill, or a second set for a day that was missed.</summary>
    [HttpPost]
    public async Task<IActionResult> Begin(bool second) =>
        await drill.Begin(Act(), Person, second) is Refused<Done> refused ? Answer(refused.Reason) : Redirect(QuizzesWaiting.DrillUrl);

    [HttpPost("answers")]
    public async Task<IActionResult> Commit(DrillForm form, CancellationToken cancellation)
    {
        var committed = ModelState.IsValid ? await drill.Answer(Act(), Person, form) : new Refusal("answer-invalid");
        if (Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal))
            return committed is Refused<int> told ? Answer(told.Reason) : Json(new { at = moments.Seconds(clock.Now), sequence = form.Sequence });
        return committed switch
        {
            Accepted<int> number when form.Day == clock.Today => Redirect($"{QuizzesWaiting.DrillUrl}?q={number.Value}"),
            Accepted<int> => Redirect(QuizzesWaiting.DrillUrl),
            Refused<int> { Reason.Key: "not-found" } => NotFound(),
            Refused<int> { Reason.Key: "drill-over" } => Redirect(QuizzesWaiting.DrillUrl),
            Refused<int> { Reason: var reason } => await Refuse(form, reason, cancellation),
            _ => throw new InvalidOperationException("A decision is accepted or refused."),
        };
    }

    /// <summary>Where a sign-in that interrupted an answer comes back to.</summary>
    [HttpGet("answers")]
    public IActionResult Committed() => Redirect(QuizzesWaiting.DrillUrl);

    private async Task<IActionResult> Refuse(DrillForm form, Refusal reason, CancellationToken cancellation)
    {
        var today = await book.Read(reads, Person, clock.Today);
        if (Question(today, form.Question.FirstOrDefault()) is not { } row)
            return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("DrillQuestion", new DrillPage(today, row, drill.Asked(row), Person) { Refusal = reason.Key });
    }

    private static DrillQuestionRow? Question(Drill today, int? number) =>
        today.Asked.FirstOrDefault(row => row.Number == number) ?? today.Open.FirstOrDefault();
}

/// <summary>One question of the drill, before or after it is answered.</summary>
internal sealed record DrillPage(Drill Drill, DrillQuestionRow Row, PaperQuestion Question, CurrentPerson Person)
{
    public string? Refusal { get; init; }

    public string Language => Person.ContentLanguage;

    /// <summary>The questions drawn together with this one.</summary>
    public IReadOnlyList<DrillQuestionRow> Set => [.. Drill.Asked.Where(row => row.IsSecond == Row.IsSecond)];

    public ReviewedQuestion? Reviewed => Row.Response is { } response ? ReviewedQuestion.Of(Question, Language, StoredResponse.Read(Question.Key, response)) : null;

    public DateOnly? NextReview => Drill.Review(Row.Family);

    /// <summary>The lesson that teaches what the question asks, if there is one.</summary>
    public (Content.Course Course, Content.Lesson Lesson)? Lesson =>
        Drill.Catalogue.FindCourse(Question.Family.Course) is { } course && course.Lessons.FirstOrDefault(l => l.Check == Question.Family.Quiz) is { } lesson ? (course, lesson) : null;
}
