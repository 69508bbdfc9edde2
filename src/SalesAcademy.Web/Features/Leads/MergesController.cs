using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Somebody says of two leads that they are about the same customer, or that they are not after all.</summary>
[Route("leads/{id:guid}"), Allow(Role.SalesOps)]
internal sealed class MergesController(AcademyDb db, LeadPool pool, Checks checks, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    [HttpPost("merge")]
    public async Task<IActionResult> Create(Guid id, Guid into) => await Answer(await pool.Merge(Act(), id, into), id, into, "done.merged");

    [HttpPost("separation")]
    public async Task<IActionResult> Separate(Guid id, [StringLength(1000)] string? reason)
    {
        var stays = await db.Set<LeadRow>().Where(l => l.Id == id).Select(l => l.DuplicateOf).SingleOrDefaultAsync(HttpContext.RequestAborted);
        return await Answer(ModelState.IsValid ? await pool.Separate(Act(reason), id) : new Refusal("form"), stays ?? id, id, "done.separated");
    }

    // A refusal is said on the page of the form, and what was done on the page of the lead that it was done to.
    private async Task<IActionResult> Answer(Decision<Done> decision, Guid asked, Guid changed, string done)
    {
        if (decision is not Refused<Done> { Reason: var reason })
        {
            TempData["flash"] = words[done].Value;
            return Redirect($"/leads/{changed}");
        }

        if (reason == Refusal.NotFound || await LeadPage.Read(db, Person, asked, clock.Today, checks.Say(reason), HttpContext.RequestAborted) is not { } page)
            return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Lead", page);
    }
}
