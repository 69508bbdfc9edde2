using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates.Bulk;

/// <summary>Certificates for several people at once: looked at first, then ordered as a whole.</summary>
[Route(Url), Allow(Role.Hr)]
internal sealed class BulkController(AcademyDb db, Library library, BulkPlanner planner, OrderBulkIssue orders, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    public new const string Url = "/certificates/bulk";

    [HttpGet]
    public async Task<IActionResult> New([FromQuery] BulkForm form)
    {
        ModelState.Clear(); // what leads here fills in a part of the form
        return await FormPage(form);
    }

    [HttpPost("preview")]
    public async Task<IActionResult> Look(BulkForm form) => ModelState.IsValid ? await Preview(form) : await FormAgain(() => FormPage(form));

    [HttpPost]
    public async Task<IActionResult> Create(BulkForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await FormAgain(() => FormPage(form));
        var ordered = await orders.Order(Act(form.Reason), form, cancellation);
        return await AnswerForm(ordered, words, "bulk.ordered", ordered is Accepted<Guid> { Value: var id } ? $"{Url}/{id}" : Url, () => Preview(form));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await BulkProgressPage.Read(db, library.Now, id, HttpContext.RequestAborted) is { } page ? View("Bulk/Progress", page) : NotFound();

    [HttpPost("{id:guid}/stop")]
    public async Task<IActionResult> Stop(Guid id) => await AnswerForm(await orders.Stop(Act(), id), words, "bulk.stopped", $"{Url}/{id}", () => Show(id));

    [HttpPost("{id:guid}/resumption")]
    public async Task<IActionResult> Resume(Guid id) => await AnswerForm(await orders.Resume(Act(), id), words, "bulk.resumed", $"{Url}/{id}", () => Show(id));

    private async Task<IActionResult> FormPage(BulkForm form) => View("Bulk/Bulk", await BulkPage.Read(db, library.Now, form, clock.Today, HttpContext.RequestAborted));

    private async Task<IActionResult> Preview(BulkForm form)
    {
        if (await planner.Plan(db, Person.Id, form, clock.Today, HttpContext.RequestAborted) is not { } plan)
            return await FormAgain(() => FormPage(form));
        var approver = await db.Set<PersonRow>().Where(p => p.Id == Person.Id).Select(p => p.Name).SingleAsync(HttpContext.RequestAborted);
        return View("Bulk/Preview", new BulkPreviewPage(form, plan, library.Now.FindCertification(form.Certification!)!, approver)); // the plan found it
    }
}
