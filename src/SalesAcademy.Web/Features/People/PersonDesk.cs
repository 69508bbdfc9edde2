using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.People;

/// <summary>What everybody needs who changes something about a person.</summary>
internal sealed class PersonDesk(AcademyDb db, ILedger ledger, Staff staff, IRoleProfiles profiles, Clock clock, AcademyOptions options, IStringLocalizer<Words> words)
{
    public IStringLocalizer<Words> Words => words;

    public async Task<PersonPage?> Page(CurrentPerson viewer, Guid id, CancellationToken cancellation) =>
        await PersonPage.Read(db, viewer, profiles, id, clock.Today, cancellation) is { } page ? page with { ErasureDays = options.ErasureDays, ErasuresAreListed = options.Anchor is not null } : null;

    /// <summary>Changes somebody whom the viewer may see; anybody else is not found, and of whoever was erased nothing changes any more (erased).</summary>
    public async Task<Decision<Done>> Change(Act act, CurrentPerson viewer, Guid id, Func<Entry, PersonRow, Task<Decision<Done>>> change)
    {
        var changed = await ledger.Run<Done>(act, async entry =>
            await Staff.VisibleTo(entry.Db, viewer).SingleOrDefaultAsync(p => p.Id == id) is not { } person ? Refusal.NotFound
            : person.ErasedAt is not null ? new Refusal("erased")
            : await change(entry, person));
        staff.Forget(id);
        return changed;
    }
}

/// <summary>A change to one person: done, it shows their page with a word of confirmation; refused, the page says why.</summary>
internal abstract class PersonChange(PersonDesk desk) : AcademyController
{
    protected Task<PersonPage?> Page(Guid id) => desk.Page(Person, id, HttpContext.RequestAborted);

    protected async Task<IActionResult> Change(Guid id, string done, Func<Entry, PersonRow, Task<Decision<Done>>> change, DetailsForm? form = null)
    {
        if (!ModelState.IsValid)
            return await Again(id, form);
        if (await desk.Change(Act(), Person, id, change) is Refused<Done> { Reason: var reason })
            return await Refused(id, reason, form);
        return Changed(id, done);
    }

    protected IActionResult Changed(Guid id, string done)
    {
        TempData["flash"] = desk.Words[done].Value;
        return Redirect($"/people/{id}");
    }

    protected Task<IActionResult> Refused(Guid id, Refusal reason, DetailsForm? form = null)
    {
        if (reason == Refusal.NotFound)
            return Task.FromResult<IActionResult>(NotFound());
        ModelState.AddModelError("", desk.Words[$"refusal.{reason.Key}", [.. reason.Arguments]]);
        return Again(id, form);
    }

    protected async Task<IActionResult> Again(Guid id, DetailsForm? form = null)
    {
        if (await Page(id) is not { } page)
            return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Person", form is null ? page : page with { Details = form });
    }
}
