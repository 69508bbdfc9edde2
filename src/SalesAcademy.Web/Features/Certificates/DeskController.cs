using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>HR's desk: every certificate, found, counted, exported and revoked.</summary>
[Route(Url), Allow(Role.Hr | Role.Admin)]
internal sealed class DeskController(AcademyDb db, Library library, Clock clock, ILedger ledger, IssueCertificates certificates, IStringLocalizer<Words> words) : AcademyController
{
    public new const string Url = "/certificates/desk";

    [HttpGet]
    public async Task<IActionResult> Index([FromQuery] DeskFilter filter, [FromQuery] long? after, CancellationToken cancellation) =>
        View("Desk", await DeskPage.Of(db, library.Now, filter, after, clock.Today, cancellation) with { MayIssue = Person.Is(Role.Hr) });

    /// <summary>Tries all of them again, each by a command of its own.</summary>
    [HttpPost("waiting/all")]
    public async Task<IActionResult> RetryAll(CancellationToken cancellation)
    {
        var (waiting, issued) = (await WaitingCertificate.All(db).ToListAsync(cancellation), 0);
        foreach (var (person, certification) in waiting.Select(one => (one.Person, one.Certification)))
            issued += library.Now.FindCertification(certification) is { } asked && await ledger.Run<Guid>(Act() with { Key = null }, async entry =>
            {
                await IssueCertificates.Hold(entry, person);
                return await entry.Db.FindAsync<WaitingRow>(person, certification) is null ? Refusal.NotFound : await certificates.Issue(entry, person, asked);
            }, cancellation) is Accepted<Guid> ? 1 : 0;
        TempData["flash"] = words.Count("waiting.retried", issued, waiting.Count);
        return Redirect(Url);
    }

    /// <summary>Tries again to issue a certificate that could not be drawn, now that what was at fault is corrected.</summary>
    [HttpPost("waiting")]
    public async Task<IActionResult> Retry(Guid person, string certification)
    {
        var issued = await ledger.Run<Guid>(Act(), async entry =>
        {
            await IssueCertificates.Hold(entry, person);
            return await entry.Db.FindAsync<WaitingRow>(person, certification) is null || library.Now.FindCertification(certification) is not { } asked
                ? Refusal.NotFound
                : await certificates.Issue(entry, person, asked);
        });
        if (issued is Refused<Guid> { Reason: var refusal } && refusal == Refusal.NotFound)
            return NotFound();
        TempData["flash"] = issued is Refused<Guid> refused ? words[$"refusal.{refused.Reason.Key}", [.. refused.Reason.Arguments]].Value : words["desk.issued"].Value;
        return Redirect(Url);
    }
}
