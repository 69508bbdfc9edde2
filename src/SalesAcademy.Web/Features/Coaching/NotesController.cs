using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>The notes of the person who asks: all of them, those that a page lacks, and the answer to one.</summary>
[Route("coaching/notes")]
internal sealed class NotesController(NoteSteps steps, NoteBook book) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Notes", await book.All(Person, cancellation));

    /// <summary>The notes after a sequence as a fragment: those of the open lesson in full, of the others only the news that have reached no page yet.</summary>
    [HttpGet("since/{sequence:long}")]
    public async Task<IActionResult> Since(long sequence, string? lesson, CancellationToken cancellation) =>
        PartialView("_Since", await book.Since(Person, sequence, lesson, cancellation));

    [HttpPost("{id:guid}/reading")]
    public async Task<IActionResult> Read(Guid id) => await steps.Read(Act(), Person, id) is Refused<Done> refused ? Answer(refused.Reason) : NoContent();

    [HttpPost("{id:guid}/acknowledgement")]
    public async Task<IActionResult> Acknowledge(Guid id, string? returnUrl) =>
        await steps.Acknowledge(Act(), Person, id) is Refused<Done> refused ? Answer(refused.Reason) : Back(returnUrl, NotesWaiting.NotesUrl);
}
