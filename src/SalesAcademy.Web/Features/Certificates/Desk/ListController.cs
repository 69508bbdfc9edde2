using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>The list of certificates that a filter finds, as a file for a spreadsheet.</summary>
[Route(DeskController.Url), Allow(Role.Hr | Role.Admin), EnableRateLimiting(Limits.Export)]
internal sealed class ListController(AcademyDb db, CertificateSheet sheet, Clock clock) : AcademyController
{
    [HttpGet("list.csv"), HttpGet("list.xlsx")]
    public async Task<IActionResult> Index([FromQuery] DeskFilter filter, CancellationToken cancellation) =>
        new SheetResult(await sheet.Of(filter, await filter.On(db, clock.Today).CountAsync(cancellation), clock.Today, cancellation));
}
