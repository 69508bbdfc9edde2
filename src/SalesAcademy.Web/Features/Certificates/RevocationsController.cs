using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>Why a certificate is withdrawn.</summary>
internal sealed record RevocationForm
{
    [Required(ErrorMessage = "revocation.reason-needed"), StringLength(500, ErrorMessage = "revocation.reason-long")]
    public string? Reason { get; init; }
}

/// <summary>The page on which a certificate is withdrawn, or which says by whom and why it was.</summary>
internal sealed record RevocationPage(CertificateRow Certificate, RevocationForm Form, string? By, string? Reason);

/// <summary>Withdraws a certificate for good; the reason is kept where it can be erased, and is never public.</summary>
[Route("certificates/{id:guid}/revocation"), Allow(Role.Hr | Role.Admin)]
internal sealed class RevocationsController(AcademyDb db, ILedger ledger, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet]
    public Task<IActionResult> New(Guid id) => Page(id, new RevocationForm());

    [HttpPost]
    public async Task<IActionResult> Create(Guid id, RevocationForm form)
    {
        if (!ModelState.IsValid)
            return await Again(id, form);
        var revoked = await ledger.Run<Done>(Act(form.Reason), entry => Revoke(entry, id, form.Reason!)); // required above
        if (revoked is Refused<Done> { Reason: var refusal })
        {
            if (refusal == Refusal.NotFound)
                return NotFound();
            SayInForm(refusal, words);
            return await Again(id, form);
        }

        TempData["flash"] = words["revocation.done"].Value;
        return Redirect(DeskController.Url);
    }

    private static async Task<Decision<Done>> Revoke(Entry entry, Guid id, string reason)
    {
        if (await entry.Db.FindAsync<CertificateRow>(id) is not { } found)
            return Refusal.NotFound;
        await IssueCertificates.Hold(entry, found.Person);
        await entry.Db.Entry(found).ReloadAsync(); // somebody may have revoked or replaced it while this waited its turn
        if (found.RevokedAt is not null)
            return new Refusal("already-revoked");
        (found.RevokedAt, found.RevokedOn, found.RevokedBy) = (entry.Act.At, entry.Act.Today, entry.Act.Actor);
        found.RevocationReason = entry.Say(reason, about: found.Person);
        entry.Record(new CertificateRevoked(found.Person, found.Id, found.Certification, entry.Act.Today));
        await entry.Notify(found.Person, CertificatesRoom.RevokedNotice, "/certificates", InBothLanguages.Of(found.TitleEnglish, found.TitleChinese), found.Number);
        return Done.Value;
    }

    private async Task<IActionResult> Again(Guid id, RevocationForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Page(id, form);
    }

    private async Task<IActionResult> Page(Guid id, RevocationForm form) => await (
        from c in db.Set<CertificateRow>()
        where c.Id == id
        select new RevocationPage(
            c, form,
            db.Set<PersonRow>().Where(p => p.Id == c.RevokedBy).Select(p => p.Name).SingleOrDefault(),
            db.Set<SpokenRow>().Where(s => s.Id == c.RevocationReason).Select(s => s.Words).SingleOrDefault())).AsNoTracking().SingleOrDefaultAsync() is { } page ? View("Revocation", page) : NotFound();
}
