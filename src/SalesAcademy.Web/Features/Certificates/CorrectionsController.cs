using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>Why a certificate is issued anew.</summary>
internal sealed record CorrectionForm
{
    [Required(ErrorMessage = "correction.reason-needed"), StringLength(500, ErrorMessage = "correction.reason-long")]
    public string? Reason { get; init; }
}

/// <summary>What a certificate says, and what the one in its place would.</summary>
internal sealed record CorrectionPage(CertificateRow Certificate, string Name, string? LatinName, string Title, CorrectionForm Form);

/// <summary>Issues a certificate anew where it says something wrong: the same pass, the same last day, and a link from the one to the other.</summary>
[Route("certificates/{id:guid}/correction"), Allow(Role.Hr | Role.Admin)]
internal sealed class CorrectionsController(AcademyDb db, ILedger ledger, IssueCertificates certificates, Library library, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet]
    public Task<IActionResult> New(Guid id) => Page(id, new CorrectionForm());

    [HttpPost]
    public async Task<IActionResult> Create(Guid id, CorrectionForm form) => ModelState.IsValid
        ? await AnswerForm(await ledger.Run<Guid>(Act(form.Reason), entry => certificates.Correct(entry, id, form.Reason!)), words, "correction.done", DeskController.Url, () => Page(id, form)) // required above
        : await FormAgain(() => Page(id, form));

    private async Task<IActionResult> Page(Guid id, CorrectionForm form)
    {
        var found = await (from c in db.Set<CertificateRow>() join p in db.Set<PersonRow>() on c.Person equals p.Id where c.Id == id && c.HolderErasedOn == null select new { Row = c, p.Name, p.LatinName }).AsNoTracking().SingleOrDefaultAsync();
        return found is null ? NotFound() : View("Correction", new CorrectionPage(
            found.Row, found.Name, found.LatinName,
            library.Now.FindCertification(found.Row.Certification)?.Title.In(ReaderLanguage.Current).Value ?? CertificateLook.Title(found.Row.TitleEnglish, found.Row.TitleChinese), form));
    }
}
