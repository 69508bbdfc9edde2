using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Leads chosen to be handed out together, to a seller or by turn.</summary>
internal sealed record BatchForm
{
    /// <summary>Made when the batch is looked at.</summary>
    public Guid? Id { get; init; }

    public IReadOnlyList<Guid>? Lead { get; init; }

    /// <summary>Null lets the turn decide.</summary>
    public Guid? To { get; init; }

    [StringLength(1000)]
    public string? Reason { get; init; }
}

/// <summary>Batches: several leads are looked at first, then handed out, and every one of them tells what became of it.</summary>
[Route("leads/batches"), Allow(Role.Manager | Role.SalesOps)]
internal sealed class BatchesController(AcademyDb db, Batches batches, BatchRunner runner, Sellers sellers, Library library, Clock clock, Checks checks) : AcademyController
{
    public static string AddressOf(Guid batch) => $"/leads/batches/{batch}";

    [HttpGet("new")]
    public async Task<IActionResult> New(BatchForm form, CancellationToken cancellation)
    {
        // A manager has no turn to leave it to: the page begins with the first of their people.
        var to = form.To is { } named && !await Batches.MayGive(db, Person, named, cancellation) ? null : form.To;
        return await Look(form with { Id = Guid.CreateVersion7(new DateTimeOffset(clock.Now)), To = to }, refusal: null, cancellation);
    }

    [HttpPost]
    public async Task<IActionResult> Begin(BatchForm form, CancellationToken cancellation)
    {
        if (form.Id is not { } id)
            return NotFound();
        var begun = ModelState.IsValid ? await batches.Begin(Act(form.Reason), Person, id, form.Lead ?? [], form.To) : new Refusal("form");
        if (begun is Refused<Done> { Reason: var reason })
        {
            if (reason.Key is "not-found" or "key-reused")
                return Answer(reason);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Look(form, checks.Say(reason), cancellation);
        }

        runner.Call();
        return Redirect(AddressOf(id));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation) => await BatchPage.Read(db, Person, id, cancellation) is { } page ? View("Batch", page) : NotFound();

    private async Task<IActionResult> Look(BatchForm form, string? refusal, CancellationToken cancellation) =>
        View("BatchNew", await BatchPreview.Read(db, sellers, library, clock, Person, form.Id!.Value, [.. (form.Lead ?? []).Distinct().Take(Batches.Most)], form.To, refusal, cancellation)); // made or sent
}
