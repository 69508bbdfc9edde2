using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>Certificates as one ZIP: all that the filter finds, or those chosen on the page.</summary>
[Route("certificates/desk/export"), Allow(Role.Hr | Role.Admin), EnableRateLimiting(Limits.Export)]
internal sealed partial class ExportController(
    IDbContextFactory<AcademyDb> contexts, ExportArchive archive, Clock clock, IStringLocalizer<Words> words, ILogger<ExportController> log) : AcademyController
{
    [HttpGet]
    public Task<IActionResult> Found([FromQuery] DeskFilter filter, CancellationToken cancellation)
    {
        var today = clock.Today;
        return Stream(filter.Url(DeskController.Url), db => filter.On(db, today), cancellation);
    }

    [HttpPost]
    public Task<IActionResult> Chosen([FromForm(Name = "id")] Guid[] ids, CancellationToken cancellation)
    {
        var today = clock.Today;
        return Stream(DeskController.Url, db => StatedCertificate.On(db.Set<CertificateRow>().Where(c => ids.Contains(c.Id)), today), cancellation);
    }

    private async Task<IActionResult> Stream(string back, Func<AcademyDb, IQueryable<StatedCertificate>> which, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await which(db).CountAsync(cancellation) is var count && count == 0)
        {
            TempData["flash"] = words["export.nothing"].Value;
            return Redirect(back);
        }

        Response.ContentType = "application/zip";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = CertificateFile.Disposition($"{words["export.file"]} {clock.Today:yyyy-MM-dd}.zip", download: true);
        await archive.Write(Response.BodyWriter, which, cancellation);
        Exported(log, count, Person.Id);
        return new EmptyResult();
    }

    [LoggerMessage(1, LogLevel.Information, "Exported {Count} certificates for {Person}")]
    private static partial void Exported(ILogger logger, int count, Guid person);
}
