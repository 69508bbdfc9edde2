using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Audit;

/// <summary>What happened, looked through and taken along.</summary>
[Route("audit"), Allow(Role.Hr | Role.Admin)]
internal sealed class AuditController(AcademyDb db, AuditExport export, Clock clock) : AcademyController
{
    public new const string Url = "/audit";

    [HttpGet]
    public async Task<IActionResult> Index([FromQuery] AuditFilter filter, [FromQuery] long? before, CancellationToken cancellation) =>
        View("Audit", await AuditPage.Read(db, Person, filter, before, cancellation));

    [HttpGet("events.csv"), EnableRateLimiting(Limits.Export)]
    public async Task<IActionResult> Export([FromQuery] AuditFilter filter, CancellationToken cancellation)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = $"attachment; filename=\"audit-{clock.Today:yyyy-MM-dd}.csv\"";
        await export.Write(Response.Body, filter, Person, cancellation);
        return new EmptyResult();
    }
}
