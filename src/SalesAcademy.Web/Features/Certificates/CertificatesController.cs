using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>A person's own certificates, and the document of any certificate they may see.</summary>
[Route("certificates")]
internal sealed class CertificatesController(AcademyDb db, Library library, Clock clock) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View("Mine", await MyCertificatesPage.Of(db, library.Now, Person.Id, clock.Today, cancellation));

    /// <summary>The issued bytes: for the holder, HR, administrators, and managers of the holder's team.</summary>
    [HttpGet("{id:guid}/document.pdf")]
    public async Task<IActionResult> Document(Guid id, bool download, CancellationToken cancellation)
    {
        var document = await (
            from certificate in DocumentRow.ReadableBy(db, Person)
            join stored in db.Set<DocumentRow>() on certificate.Id equals stored.Certificate
            where certificate.Id == id
            select new { certificate.Number, certificate.Name, certificate.TitleEnglish, certificate.TitleChinese, stored.Bytes }).SingleOrDefaultAsync(cancellation);
        if (document is null)
            return NotFound();
        var title = ReaderLanguage.Current == ReaderLanguage.Chinese ? document.TitleChinese : document.TitleEnglish;
        Response.Headers.ContentDisposition = CertificateFile.Disposition(CertificateFile.NameOf(document.Number, document.Name, title), download);
        Response.Headers.CacheControl = "no-store";
        return File(document.Bytes, "application/pdf");
    }
}
