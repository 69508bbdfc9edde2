using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>The days whose decisions were made again, the newest first.</summary>
internal sealed record ReplaysPage(IReadOnlyList<ReplayRow> Days)
{
    private const int Most = 60;

    public ReplayRow? Newest => Days.Count > 0 ? Days[0] : null;

    public int Decisions => Days.Sum(day => day.Decisions);

    public int Differing => Days.Sum(day => day.Differing);

    public static async Task<ReplaysPage> Read(AcademyDb db, CancellationToken cancellation) =>
        new(await db.Set<ReplayRow>().OrderByDescending(row => row.Day).Take(Most).ToListAsync(cancellation));
}

/// <summary>Whether recorded decisions still come out as recorded.</summary>
[Route(Address), Allow(Role.SalesOps | Role.Admin)]
internal sealed class ReplaysController(AcademyDb db) : AcademyController
{
    public const string Address = "/leads/replays";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Replays", await ReplaysPage.Read(db, cancellation));
}
