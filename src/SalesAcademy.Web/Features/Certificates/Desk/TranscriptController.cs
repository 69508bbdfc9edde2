using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Features.Certificates.Drawing;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>What one person has learned and proved, as of today or any day: for themselves, their managers, HR and administrators.</summary>
[Route("certificates/people/{person:guid}")]
internal sealed class TranscriptController(TranscriptBook book, TranscriptWriting writing, TranscriptDrawing drawing, IStringLocalizer<Words> words) : AcademyController
{
    public static string UrlOf(Guid person, DateOnly? on = null) => on is { } day ? $"/certificates/people/{person}?on={day.Iso()}" : $"/certificates/people/{person}";

    [HttpGet]
    public async Task<IActionResult> Index(Guid person, DateOnly? on, CancellationToken cancellation) =>
        await book.Of(Person, person, on, cancellation) is { } transcript ? View("Desk/Transcript", transcript) : NotFound();

    /// <summary>Drawn anew each time, from what is recorded.</summary>
    [HttpGet("transcript.pdf"), EnableRateLimiting(Limits.Export)]
    public async Task<IActionResult> Document(Guid person, DateOnly? on, CancellationToken cancellation)
    {
        if (await book.Of(Person, person, on, cancellation) is not { } transcript)
            return NotFound();
        byte[] document;
        try
        {
            document = drawing.Draw(writing.Text(transcript));
        }
        catch (CertificateCannotBeDrawn fault)
        {
            TempData["flash"] = words["transcript.cannot-be-drawn", fault.Character?.ToString() ?? ""].Value;
            return Redirect(UrlOf(person, on));
        }

        Response.Headers.ContentDisposition = CertificateFile.Disposition($"{CertificateFile.Safe(transcript.Name)}-{words["transcript.file"]}-{transcript.AsOf.Iso()}.pdf", download: false);
        Response.Headers.CacheControl = "no-store";
        return File(document, "application/pdf");
    }
}
