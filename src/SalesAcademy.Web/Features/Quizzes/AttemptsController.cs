using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>An attempt at work: one question a page, each answer kept as it is given, handed in once.</summary>
[Route("quizzes/attempts/{id:guid}")]
internal sealed class AttemptsController(PaperShelf shelf, SaveAnswer save, CloseAttempt closing, ResultReading results, IPreparedReads reads, Clock clock, Moments moments, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Show(Guid id, int? q, CancellationToken cancellation) =>
        await Open(id, cancellation) is not { } page ? await Elsewhere(id, cancellation)
        : Ask(page, page.Paper.Find(q ?? page.FirstUnanswered) ?? page.Paper.Questions[^1]);

    /// <summary>Keeps one answer: from a form, which goes on to a page, or from the page's script, which is told what is stored.</summary>
    [HttpPost("answers"), EnableRateLimiting(Limits.Saving)]
    public async Task<IActionResult> Answer(Guid id, AnswerForm form, CancellationToken cancellation)
    {
        if (await shelf.Find(id, Person.Id, cancellation) is not { } paper)
            return NotFound();
        var saved = ModelState.IsValid ? await save.Run(Act(), paper, form, Person.ContentLanguage, Request.Headers.UserAgent.ToString()) : new Refusal("answer-invalid");
        if (Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal))
            return this.ForScript(saved, paper, form.Question.FirstOrDefault(), moments, words);
        if (saved is Refused<StoredAnswer> { Reason.Key: "answer-invalid" or "answer-too-long" or "answer-missing" } invalid && form.Return is null)
            return await Refuse(id, form, invalid.Reason, cancellation);
        if (saved is Refused<StoredAnswer> { Reason.Key: "already-answered" } && form.Return is null)
            return Conflict();
        // On its lesson's page a check has no page of its own to say it on.
        if (saved is Refused<StoredAnswer> { Reason: { Key: "answer-invalid" or "answer-missing" } refusal })
            TempData["flash"] = words[$"refusal.{refusal.Key}"].Value;
        return await Onward(paper, form);
    }

    /// <summary>Where a sign-in that interrupted an answer comes back to.</summary>
    [HttpGet("answers")]
    public IActionResult Answered(Guid id) => Redirect($"/quizzes/attempts/{id}");

    /// <summary>What is answered and what is not, before it is handed in.</summary>
    [HttpGet("submit")]
    public async Task<IActionResult> BeforeSubmit(Guid id, CancellationToken cancellation) =>
        await Open(id, cancellation) is { } page ? View("Submit", page) : await Elsewhere(id, cancellation);

    [HttpPost("submit")]
    public async Task<IActionResult> Submit(Guid id, CancellationToken cancellation)
    {
        if (await shelf.Find(id, Person.Id, cancellation) is null)
            return NotFound();
        return await closing.Run(Act(), id) is Refused<Guid> refused ? Answer(refused.Reason) : Redirect($"/quizzes/attempts/{id}/result");
    }

    [HttpGet("result")]
    public async Task<IActionResult> Result(Guid id, CancellationToken cancellation)
    {
        if (await Open(id, cancellation) is not null)
            return Redirect($"/quizzes/attempts/{id}");
        return await results.Of(id, Person, cancellation) is { } result ? View("Result", result) : NotFound();
    }

    // Null when there is no such attempt of this person, or it has ended; one whose time is up ends here.
    private async Task<AttemptPage?> Open(Guid id, CancellationToken cancellation)
    {
        if (await shelf.Find(id, Person.Id, cancellation) is not { } paper)
            return null;
        if (AttemptRules.IsOver(paper.Deadline, clock.Now))
            await closing.Run(clock.Act(), id);
        var page = await AttemptPage.Of(reads, paper, Person.ContentLanguage, clock.Now);
        return page.Attempt.FinishedAt is null ? page : null;
    }

    // Microphone and camera are closed everywhere but where something is to be recorded.
    private ViewResult Ask(AttemptPage page, PaperQuestion question)
    {
        if (question.Key is RubricKey { Medium: not AnswerMedium.Text })
            Response.Headers["Permissions-Policy"] = "camera=(self), microphone=(self), geolocation=()";
        return View("Question", page with { Question = question });
    }

    private async Task<IActionResult> Elsewhere(Guid id, CancellationToken cancellation) =>
        await shelf.Find(id, Person.Id, cancellation) is null ? NotFound() : Redirect($"/quizzes/attempts/{id}/result");

    private async Task<IActionResult> Refuse(Guid id, AnswerForm form, Refusal reason, CancellationToken cancellation)
    {
        if (await Open(id, cancellation) is not { } page)
            return await Elsewhere(id, cancellation);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var question = (form.Question is [var number] ? page.Paper.Find(number) : null) ?? page.Paper.Questions[0];
        return View("Question", page with { Question = question, Refusal = reason, TooLong = reason.Key == "answer-too-long" ? form.Fill[0] : null });
    }

    private async Task<IActionResult> Onward(Paper paper, AnswerForm form)
    {
        if ((form.Return is not null || paper.IsCommittedAtOnce)
            && await AttemptPage.Of(reads, paper, Person.ContentLanguage, clock.Now) is var page && page.Answered == paper.Questions.Count)
            await closing.Run(clock.Act(Person.Id), paper.Attempt);
        return form switch
        {
            { Return: { } back } => Back(back, $"/quizzes/attempts/{paper.Attempt}"),
            { Go: 0 } => Redirect($"/quizzes/attempts/{paper.Attempt}/submit"),
            { Go: { } next } => Redirect($"/quizzes/attempts/{paper.Attempt}?q={next}"),
            _ => Redirect($"/quizzes/attempts/{paper.Attempt}?q={form.Question.FirstOrDefault()}"),
        };
    }
}
