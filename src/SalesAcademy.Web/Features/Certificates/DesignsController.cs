using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Drawing;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>How certificates would look, before one is issued. Everything here is a specimen and says so: none is stored, signed, or known to the page that verifies.</summary>
[Route(Url), Allow(Role.Hr | Role.Author | Role.Admin)]
internal sealed class DesignsController(Library library, ICertificateDrawing drawing, AcademyOptions options, Clock clock) : AcademyController
{
    public new const string Url = "/certificates/designs";

    [HttpGet]
    public IActionResult Index(string? certification, string? paper) => View("Designs", DesignsPage.Of(library.Now, certification, paper));

    [HttpGet("{design}/{specimen}.pdf")]
    public IActionResult Document(string design, Specimen specimen, string? certification, string? paper) =>
        Drawn(design, specimen, DesignsPage.Of(library.Now, certification, paper), drawing.Draw, "application/pdf");

    [HttpGet("{design}/{specimen}.png")]
    public IActionResult Picture(string design, Specimen specimen, string? certification, string? paper) =>
        Drawn(design, specimen, DesignsPage.Of(library.Now, certification, paper), drawing.Picture, "image/png");

    private IActionResult Drawn(string design, Specimen specimen, DesignsPage page, Func<CertificateText, byte[]> draw, string type)
    {
        if (library.Now.FindDesign(design) is null || page.Certification is not { } certification || !ModelState.IsValid || !Enum.IsDefined(specimen))
            return NotFound();
        var text = CertificateWriting.Specimen(certification with { Design = design }, library.Now, options, Specimens.NameOf(specimen), clock.Today) with
        {
            Language = Specimens.LanguageOf(specimen),
            Paper = page.IsLetter ? Sheet.Letter : Sheet.A4,
        };
        Response.Headers.CacheControl = "no-store";
        try
        {
            return File(draw(text), type);
        }
        catch (CertificateCannotBeDrawn cannot)
        {
            return Problem(statusCode: StatusCodes.Status422UnprocessableEntity, title: cannot.Message);
        }
    }
}
