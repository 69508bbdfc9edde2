using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>An answer that was not sent: the text as it was, and why.</summary>
internal sealed record UnsentReply(Guid Note, string? Text, string Refusal)
{
    public const string Key = "unsent-reply";
}

/// <summary>The notes of the person who asks: all of them, those that a page lacks, and the answers to one.</summary>
[Route("coaching/notes")]
internal sealed class NotesController(NoteSteps steps, ReplyToNote reply, WithdrawNote withdraw, NoteBook book, NotesReading notes, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Notes", await notes.Of(Person, cancellation));

    /// <summary>The notes after a sequence as a fragment: those of the open lesson in full, of the others only the news that have reached no page yet.</summary>
    [HttpGet("since/{sequence:long}")]
    public async Task<IActionResult> Since(long sequence, string? lesson, CancellationToken cancellation) =>
        PartialView("_Since", await book.Since(Person, sequence, lesson, cancellation));

    /// <summary>One note as a fragment, as it stands after an answer.</summary>
    [HttpGet("{id:guid}/card")]
    public async Task<IActionResult> Card(Guid id, string? returnUrl, CancellationToken cancellation) =>
        await book.One(Person, id, cancellation) is { } shown ? PartialView("_Note", (shown, returnUrl ?? NotesWaiting.NotesUrl)) : NotFound();

    [HttpPost("{id:guid}/reading")]
    public async Task<IActionResult> Read(Guid id) => await steps.Read(Act(), Person, id) is Refused<Done> refused ? Answer(refused.Reason) : NoContent();

    [HttpPost("{id:guid}/acknowledgement")]
    public async Task<IActionResult> Acknowledge(Guid id, string? returnUrl) =>
        await steps.Acknowledge(Act(), Person, id) is Refused<Done> refused ? Answer(refused.Reason) : Back(returnUrl, NotesWaiting.NotesUrl);

    [HttpPost("{id:guid}/help")]
    public async Task<IActionResult> Help(Guid id, string? returnUrl) =>
        await steps.Help(Act(), Person, id) is Refused<Done> refused ? Answer(refused.Reason) : Back(returnUrl, NotesWaiting.NotesUrl);

    /// <summary>Takes one's own note back; where it is too late the page says so.</summary>
    [HttpPost("{id:guid}/withdrawal")]
    public async Task<IActionResult> Withdraw(Guid id, string? returnUrl)
    {
        var withdrawn = await withdraw.Run(Act(), id);
        if (withdrawn is Refused<Done> { Reason.Key: not ("withdraw-late" or "withdraw-delivered") } other)
            return Answer(other.Reason);
        TempData["flash"] = withdrawn is Refused<Done> refused ? words[$"refusal.{refused.Reason.Key}", [.. refused.Reason.Arguments]].Value : words["withdrawn"].Value;
        return Back(returnUrl, NotesWaiting.NotesUrl);
    }

    /// <summary>Sends the answer; a refused one comes back on the page of all notes with the text as it was.</summary>
    [HttpPost("{id:guid}/reply")]
    public async Task<IActionResult> Reply(Guid id, string? text, string? returnUrl, CancellationToken cancellation)
    {
        switch (await reply.Run(Act(), id, text, cancellation))
        {
            case Accepted<SentNote>:
                return Back(returnUrl, NotesWaiting.NotesUrl);
            case Refused<SentNote> { Reason.Key: not ("not-found" or "key-reused") } refused:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                ViewData[UnsentReply.Key] = new UnsentReply(id, text, words[$"refusal.{refused.Reason.Key}", [.. refused.Reason.Arguments]]);
                return View("Notes", await notes.Of(Person, cancellation));
            case var other:
                return Answer(((Refused<SentNote>)other).Reason);
        }
    }
}
