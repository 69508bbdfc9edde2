using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>A coach's own snippets, and those of the academy beside them.</summary>
/// <param name="Unsaved">The text of a new one that was refused.</param>
/// <param name="Refusal">Why.</param>
internal sealed record SnippetsPage(IReadOnlyList<SnippetRow> Own, IReadOnlyList<NoteSnippet> Common, string Language, string? Unsaved, string? Refusal);

[Route("coaching/snippets"), Allow(Role.Manager)]
internal sealed class SnippetsController(AcademyDb db, KeepSnippets keep, Library library, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/coaching/snippets";

    [HttpGet]
    public Task<IActionResult> Index(CancellationToken cancellation) => Page(null, null, cancellation);

    [HttpPost]
    public async Task<IActionResult> Add(string? text, CancellationToken cancellation) => await Answer(await keep.Add(Act(), Person.Id, text), text, cancellation);

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Reword(Guid id, string? text, CancellationToken cancellation) => await Answer(await keep.Reword(Act(), Person.Id, id, text), null, cancellation);

    [HttpPost("{id:guid}/place")]
    public async Task<IActionResult> MoveUp(Guid id, CancellationToken cancellation) => await Answer(await keep.MoveUp(Act(), Person.Id, id), null, cancellation);

    [HttpPost("{id:guid}/removal")]
    public async Task<IActionResult> Remove(Guid id, CancellationToken cancellation) => await Answer(await keep.Remove(Act(), Person.Id, id), null, cancellation);

    private async Task<IActionResult> Answer(Decision<Done> decision, string? unsaved, CancellationToken cancellation)
    {
        if (decision is not Refused<Done> { Reason: var reason })
            return Redirect(Address);
        if (reason.Key is "not-found" or "key-reused")
            return Answer(reason);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Page(unsaved, words[$"refusal.{reason.Key}", [.. reason.Arguments]], cancellation);
    }

    private async Task<IActionResult> Page(string? unsaved, string? refusal, CancellationToken cancellation) =>
        View("Snippets", new SnippetsPage(await db.SnippetsOf(Person.Id).ToListAsync(cancellation), library.Now.Snippets, Person.Language, unsaved, refusal));
}
