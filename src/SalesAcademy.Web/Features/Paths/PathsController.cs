using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>My path, and for those who answer for others theirs.</summary>
[Route("paths")]
internal sealed class PathsController(Enrolments enrolments, AcademyDb db, Moments moments, Clock clock) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Path", new PathPage(
        await enrolments.Of(db, Person.Id, moments.Today, cancellation), null, Person.ContentLanguage, moments.Today, await TeamLine.Of(db, Person, clock, cancellation)));

    [HttpGet("{person:guid}")]
    public async Task<IActionResult> Show(Guid person, CancellationToken cancellation)
    {
        if (await Staff.VisibleTo(db, Person).SingleOrDefaultAsync(p => p.Id == person, cancellation) is not { } report)
            return NotFound();
        var today = TeamLine.DayOf(report.Zone, clock);
        return View("Path", new PathPage(await enrolments.Of(db, person, today, cancellation), report.Name, Person.ContentLanguage, today, []));
    }
}

/// <summary>One person's paths.</summary>
/// <param name="Paths">The paths.</param>
/// <param name="Name">Whose, when they are not the reader's own.</param>
/// <param name="Language">The reader's content language.</param>
/// <param name="Today">The local day it was judged on.</param>
/// <param name="Team">The people the reader answers for.</param>
internal sealed record PathPage(IReadOnlyList<PathStanding> Paths, string? Name, string Language, DateOnly Today, IReadOnlyList<TeamLine> Team);
