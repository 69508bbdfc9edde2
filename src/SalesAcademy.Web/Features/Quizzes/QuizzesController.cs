using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A quiz before it is begun.</summary>
[Route("quizzes/{course}/{quiz}")]
internal sealed class QuizzesController(Library library, Openings openings, StartAttempt start, CodeGate gate, IPreparedReads reads, AcademyDb db, Clock clock) : AcademyController
{
    [HttpGet]
    public Task<IActionResult> Intro(string course, string quiz) => Page(course, quiz, refusal: null);

    /// <summary>Begins, or goes on with the attempt that is open.</summary>
    [HttpPost("attempts")]
    public async Task<IActionResult> Start(string course, string quiz, string? @return, [FromForm] string[] code)
    {
        if (code.Length > 0 && library.Now.FindCourse(course)?.FindQuiz(quiz) is { Code: not null })
        {
            using var leave = gate.Enter(Person.Id, course, quiz);
            if (!leave.IsAcquired)
                return Later(leave);
            if (code.Length > 1)
                return await Page(course, quiz, new Refusal("code-wrong"));
        }

        return await start.Run(Act(), Person.Id, course, quiz, code.FirstOrDefault()) switch
        {
            Accepted<Guid> attempt => Back(@return, $"/quizzes/attempts/{attempt.Value}"),
            Refused<Guid> { Reason.Key: "not-found" } => NotFound(),
            Refused<Guid> refused => await Page(course, quiz, refused.Reason),
            _ => throw new InvalidOperationException("A decision is accepted or refused."),
        };
    }

    /// <summary>Where a sign-in that interrupted the start comes back to.</summary>
    [HttpGet("attempts")]
    public IActionResult Started(string course, string quiz) => Redirect($"/quizzes/{course}/{quiz}");

    /// <summary>The check as it stands inside its lesson, for the lesson's script.</summary>
    [HttpGet("check")]
    public IActionResult Check(string course, string quiz) => library.Now.FindCourse(course)?.Lessons.FirstOrDefault(l => l.Check == quiz) is { } lesson
        ? ViewComponent("LessonCheck", new { course, lesson = lesson.Id, quiz })
        : NotFound();

    private async Task<IActionResult> Page(string course, string quiz, Refusal? refusal)
    {
        if (library.Now.FindCourse(course) is not { } taught || taught.FindQuiz(quiz) is not { } found)
            return NotFound();
        if (refusal is not null)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var page = await QuizPage.Of(reads, Person.Id, taught, found, Person.ContentLanguage, clock);
        var best = await reads.Rows(AttemptStatements.Best, AttemptStatements.Row, Person.Id, course, quiz);
        var (person, today) = (Person.Id, clock.Today);
        var granted = db.Set<AccommodationRow>().Where(a => a.Person == person && (a.Quiz == null || (a.Course == course && a.Quiz == quiz)) && a.Until >= today && a.RevokedAt == null);
        return View("Quiz", page with { Refusal = refusal, Best = best is [var row] ? row : null, Before = await openings.BeforeQuiz(db, person, taught, quiz), Granted = await AccommodationLine.Of(db, granted, library) });
    }
}
