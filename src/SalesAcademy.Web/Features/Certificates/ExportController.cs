using System.IO.Pipelines;
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

/// <summary>Certificates as one ZIP or one PDF: all that the filter finds, or those chosen on the page.</summary>
[Route("certificates/desk/export"), Allow(Role.Hr | Role.Admin), EnableRateLimiting(Limits.Export)]
internal sealed partial class ExportController(
    IDbContextFactory<AcademyDb> contexts, ExportArchive archive, Clock clock, IStringLocalizer<Words> words, ILogger<ExportController> log) : AcademyController
{
    [HttpGet]
    public Task<IActionResult> Found([FromQuery] DeskFilter filter, CancellationToken cancellation) => Stream(filter.Url(DeskController.Url), Of(filter), Zip, cancellation);

    [HttpPost]
    public Task<IActionResult> Chosen([FromForm(Name = "id")] Guid[] ids, CancellationToken cancellation) => Stream(DeskController.Url, Of(ids), Zip, cancellation);

    [HttpGet("merged.pdf")]
    public Task<IActionResult> FoundMerged([FromQuery] DeskFilter filter, CancellationToken cancellation) => Stream(filter.Url(DeskController.Url), Of(filter), Merged, cancellation);

    [HttpPost("merged.pdf")]
    public Task<IActionResult> ChosenMerged([FromForm(Name = "id")] Guid[] ids, CancellationToken cancellation) => Stream(DeskController.Url, Of(ids), Merged, cancellation);

    private ExportFile Zip => new("application/zip", ".zip", archive.Write);

    private ExportFile Merged => new("application/pdf", ".pdf", archive.WriteMerged);

    private Func<AcademyDb, IQueryable<StatedCertificate>> Of(DeskFilter filter)
    {
        var today = clock.Today;
        return db => filter.On(db, today);
    }

    private Func<AcademyDb, IQueryable<StatedCertificate>> Of(Guid[] ids)
    {
        var today = clock.Today;
        return db => StatedCertificate.On(db.Set<CertificateRow>().Where(c => ids.Contains(c.Id)), today);
    }

    private async Task<IActionResult> Stream(string back, Func<AcademyDb, IQueryable<StatedCertificate>> which, ExportFile file, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await which(db).CountAsync(cancellation) is var count && count == 0)
        {
            TempData["flash"] = words["export.nothing"].Value;
            return Redirect(back);
        }

        Response.ContentType = file.Kind;
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = CertificateFile.Disposition($"{words["export.file"]} {clock.Today:yyyy-MM-dd}{file.Ending}", download: true);
        await file.Write(Response.BodyWriter, which, cancellation);
        Exported(log, count, Person.Id);
        return new EmptyResult();
    }

    [LoggerMessage(1, LogLevel.Information, "Exported {Count} certificates for {Person}")]
    private static partial void Exported(ILogger logger, int count, Guid person);
}

/// <summary>A way to hand certificates out together.</summary>
internal sealed record ExportFile(string Kind, string Ending, Func<PipeWriter, Func<AcademyDb, IQueryable<StatedCertificate>>, CancellationToken, Task> Write);
