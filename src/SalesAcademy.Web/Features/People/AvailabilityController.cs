using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.People;

/// <summary>Why somebody's tags or leave are changed by whoever answers for them.</summary>
internal sealed record AvailabilityForm
{
    [Required(ErrorMessage = "reason-needed"), StringLength(500, ErrorMessage = "reason-needed")]
    public string? Reason { get; init; }
}

/// <summary>A manager gives and takes the tags of the own team's sellers and enters their leave, sales operations those of everybody: with a reason, and the seller is told.</summary>
[Route("people/{id:guid}/availability"), Allow(Role.Manager | Role.SalesOps | Role.Hr | Role.Admin)]
internal sealed class AvailabilityController(AcademyDb db, PersonDesk desk, Clock clock) : AcademyController
{
    /// <summary>Kind of the notice to the seller.</summary>
    public const string Changed = "availability-changed";

    [HttpGet]
    public async Task<IActionResult> Show(Guid id) =>
        await AvailabilityPage.Read(db, Person, id, clock.Today, HttpContext.RequestAborted) is { MayChange: true } page ? View("Availability", await page.WithChanges(db, HttpContext.RequestAborted)) : NotFound();

    [HttpPost("tags")]
    public Task<IActionResult> AddTag(Guid id, TagForm form, AvailabilityForm why) => Change(id, why, (entry, person) => Availability.AddTag(entry, person, form));

    [HttpPost("tags/removal")]
    public Task<IActionResult> RemoveTag(Guid id, TagForm form, AvailabilityForm why) => Change(id, why, (entry, person) => Availability.RemoveTag(entry, person, form));

    [HttpPost("leaves")]
    public Task<IActionResult> EnterLeave(Guid id, LeaveForm form, AvailabilityForm why) => Change(id, why, (entry, person) => Availability.EnterLeave(entry, person, form));

    [HttpPost("leaves/{leave:guid}/cancellation")]
    public Task<IActionResult> CallOff(Guid id, Guid leave, AvailabilityForm why) => Change(id, why, (entry, person) => Availability.CallOffLeave(entry, person, leave));

    private async Task<IActionResult> Change(Guid id, AvailabilityForm why, Func<Entry, PersonRow, Task<Decision<Done>>> change)
    {
        if (ModelState.IsValid && await desk.Change(Act(why.Reason), Person, id, (entry, person) => Told(entry, person, change)) is var decision)
        {
            if (decision is not Refused<Done> { Reason: var reason })
            {
                TempData["flash"] = desk.Words["saved"].Value;
                return Redirect(AvailabilityPage.AddressOf(id));
            }

            if (reason == Refusal.NotFound)
                return NotFound();
            SayInForm(reason, desk.Words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Show(id);
    }

    // Nobody changes their own, and of nobody who does not sell.
    private static async Task<Decision<Done>> Told(Entry entry, PersonRow person, Func<Entry, PersonRow, Task<Decision<Done>>> change)
    {
        if (person.Id == entry.Act.Actor || person.Profile is null)
            return Refusal.NotFound;
        var changed = await change(entry, person);
        if (changed is Accepted<Done>)
            await entry.Notify(person.Id, Changed, "/readiness");
        return changed;
    }
}
