using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Desk;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>Certificates that others have issued: sent in by their holder or HR, decided by HR, read by whoever may read the holder's transcript.</summary>
[Route("certificates/people/{person:guid}/external")]
internal sealed class ExternalsController(AcademyDb db, Library library, SendExternal externals, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    public static string UrlOf(Guid person) => $"/certificates/people/{person}/external";

    [HttpGet]
    public Task<IActionResult> Index(Guid person) => Page(person, new ExternalForm());

    [HttpPost, TakesCertificates]
    public async Task<IActionResult> Create(Guid person, ExternalForm form, CancellationToken cancellation)
    {
        if (person != Person.Id && !Person.Is(Role.Hr))
            return NotFound();
        return ModelState.IsValid ? await Answer(person, await externals.Send(Act(), person, form, cancellation), "external.sent", form) : await FormAgain(() => Page(person, form));
    }

    [HttpPost("{id:guid}/decision"), Allow(Role.Hr)]
    public async Task<IActionResult> Decide(Guid person, Guid id, ExternalDecisionForm form) =>
        ModelState.IsValid ? await Answer(person, await externals.Decide(Act(form.Reason), person, id, form), form.Accept ? "external.accepted" : "external.declined", new ExternalForm()) : await FormAgain(() => Page(person, new ExternalForm()));

    /// <summary>The bytes as they were sent; never shown in the page, whatever they are.</summary>
    [HttpGet("{id:guid}/file")]
    public async Task<IActionResult> Document(Guid person, Guid id, CancellationToken cancellation)
    {
        var file = await (
            from row in db.Set<ExternalRow>()
            join p in TranscriptBook.ReadableBy(db, Person) on row.Person equals p.Id
            join kept in db.Set<ExternalFileRow>() on row.Id equals kept.External
            where row.Id == id && row.Person == person
            select new { row.MediaType, row.Title, p.Name, kept.Content }).SingleOrDefaultAsync(cancellation);
        if (file is null)
            return NotFound();
        Response.Headers.ContentDisposition = CertificateFile.Disposition($"{CertificateFile.Safe(file.Name)}-{CertificateFile.Safe(file.Title)}.{ExternalFile.Extension(file.MediaType)}", download: true);
        Response.Headers.CacheControl = "no-store";
        return File(file.Content, file.MediaType);
    }

    private Task<IActionResult> Answer(Guid person, Decision<Guid> decided, string done, ExternalForm form) => AnswerForm(decided, words, done, UrlOf(person), () => Page(person, form));

    private async Task<IActionResult> Page(Guid person, ExternalForm form) =>
        await ExternalsPage.Read(db, Person, person, library.Now, clock.Today, form, HttpContext.RequestAborted) is { } page ? View("Recognition/Externals", page) : NotFound();
}
