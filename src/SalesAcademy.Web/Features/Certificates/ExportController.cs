using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>
/// Certificates as one ZIP or one PDF: all that the filter finds, or those chosen on the page. Its length is said before its first byte, and its tag
/// holds as long as nothing of it has changed: a browser shows how far it is, and a download that was cut, stopped or outlived the server goes on where
/// it broke off (RFC 9110, 13.1.5 and 14).
/// </summary>
[Route("certificates/desk/export"), Allow(Role.Hr | Role.Admin), EnableRateLimiting(Limits.Export)]
internal sealed partial class ExportController(ExportArchive archive, Clock clock, IStringLocalizer<Words> words, ILogger<ExportController> log) : AcademyController
{
    [HttpGet]
    public Task<IActionResult> Found([FromQuery] DeskFilter filter, CancellationToken cancellation) => Export(filter.Url(DeskController.Url), Of(filter), archive.Zip, cancellation);

    [HttpGet("chosen")]
    public Task<IActionResult> Chosen([FromQuery(Name = "id")] Guid[] ids, CancellationToken cancellation) => Export(DeskController.Url, Of(ids), archive.Zip, cancellation);

    [HttpGet("merged.pdf")]
    public Task<IActionResult> FoundMerged([FromQuery] DeskFilter filter, CancellationToken cancellation) => Export(filter.Url(DeskController.Url), Of(filter), archive.Merged, cancellation);

    [HttpGet("chosen/merged.pdf")]
    public Task<IActionResult> ChosenMerged([FromQuery(Name = "id")] Guid[] ids, CancellationToken cancellation) => Export(DeskController.Url, Of(ids), archive.Merged, cancellation);

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

    private async Task<IActionResult> Export(
        string back, Func<AcademyDb, IQueryable<StatedCertificate>> which, Func<Func<AcademyDb, IQueryable<StatedCertificate>>, CancellationToken, Task<ExportFile?>> find, CancellationToken cancellation)
    {
        if (await find(which, cancellation) is not { } file)
        {
            TempData["flash"] = words["export.nothing"].Value;
            return Redirect(back);
        }

        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = CertificateFile.Disposition($"{words["export.file"]} {clock.Today:yyyy-MM-dd}{file.Ending}", download: true);
        Exported(log, file.Count, Person.Id);
        return new FileStreamResult(new MadeStream(file.Length, file.Make), file.Kind) { EnableRangeProcessing = true, EntityTag = new EntityTagHeaderValue($"\"{file.Tag}\"") };
    }

    [LoggerMessage(1, LogLevel.Information, "Exporting {Count} certificates for {Person}")]
    private static partial void Exported(ILogger logger, int count, Guid person);
}
