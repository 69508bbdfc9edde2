using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What is noted of a certification attempt beside its answers: told by its page, read by its person, the person's manager and HR.</summary>
[Route("quizzes/attempts/{id:guid}")]
internal sealed class EvidenceController(PaperShelf shelf, NoteSignal noting, AcademyDb db) : AcademyController
{
    public static string AddressOf(Guid attempt) => $"/quizzes/attempts/{attempt}/evidence";

    [HttpGet("evidence")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation) =>
        await EvidencePage.Of(db, shelf, Person, id, cancellation) is { } page ? View("Evidence", page) : NotFound();

    [HttpPost("signals"), EnableRateLimiting(Limits.Saving)]
    public async Task<IActionResult> Note(Guid id, SignalForm form, CancellationToken cancellation)
    {
        if (await shelf.Find(id, Person.Id, cancellation) is not { } paper)
            return NotFound();
        return await noting.Run(Act(), paper, form) is Refused<Done> refused ? Answer(refused.Reason) : NoContent();
    }
}
