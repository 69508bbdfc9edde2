using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>The pages of the room: my leads, the public pool, the pool's health, and why.</summary>
[Route("leads")]
internal sealed class LeadsController(AcademyDb db, Sellers sellers, Library library, Checks checks, Clock clock, DecisionReader decisions) : AcademyController
{
    [HttpGet, Allow(Role.Rep)]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View("MyLeads", await MyLeadsPage.Read(db, sellers, library, clock, Person.Id, cancellation));

    [HttpGet("pool"), Allow(Role.Rep)]
    public async Task<IActionResult> Pool(PoolFilter filter, CancellationToken cancellation) =>
        await PoolPage.Read(db, sellers, library, checks, clock, Person.Id, filter, refusal: null, cancellation) is { } page ? View("Pool", page) : NotFound();

    [HttpGet("health"), Allow(Role.Manager | Role.SalesOps)]
    public async Task<IActionResult> Health(HealthFilter filter, CancellationToken cancellation) =>
        View("Health", await HealthPage.Read(db, sellers, library, clock, Person, filter, cancellation));

    [HttpGet("decisions"), Allow(Role.Rep)]
    public async Task<IActionResult> Given(CancellationToken cancellation) => View("Given", await GivenPage.Read(db, library, clock, Person, cancellation));

    [HttpGet("decisions/{id:guid}"), Allow(Role.Rep | Role.Manager | Role.SalesOps)]
    public async Task<IActionResult> Decision(Guid id, Guid? person, CancellationToken cancellation) =>
        await decisions.Read(Person, id, person, cancellation) is { } page ? View("Decision", page) : NotFound();

    /// <summary>Why me or why not me: where I stand with a lead of the pool now, or the decision that gave me mine.</summary>
    [HttpGet("{id:guid}/why"), Allow(Role.Rep)]
    public async Task<IActionResult> Why(Guid id, CancellationToken cancellation)
    {
        if (await decisions.ReadNow(Person, id, cancellation) is { } page)
            return View("Decision", page);
        var own = await db.Set<LeadRow>().Where(l => l.Id == id && l.Owner == Person.Id).Select(l => l.Decision).SingleOrDefaultAsync(cancellation);
        return own is { } decision ? Redirect($"/leads/decisions/{decision}") : NotFound();
    }
}
