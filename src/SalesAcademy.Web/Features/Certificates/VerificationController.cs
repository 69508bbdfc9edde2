using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>Tells anybody who has the code of a certificate what it is worth today, and nothing that the paper does not say.</summary>
[Route("certificates/verify"), AllowAnonymous, EnableRateLimiting(Limits.Verification)]
internal sealed class VerificationController(AcademyDb db, Library library, Clock clock) : AcademyController
{
    [HttpGet, HttpGet("{code}")]
    public async Task<IActionResult> Show(string? code, CancellationToken cancellation)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers.CacheControl = "no-store";
        if (string.IsNullOrWhiteSpace(code))
            return View("Verification", new VerificationPage(Issuer, "", clock.Now, null, null));
        var (found, newest) = await Find(VerificationCode.Read(code) ?? "", cancellation);
        if (found is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        var verdict = found is null ? null : Verdict.Of(found, clock.Today);
        return View("Verification", new VerificationPage(Issuer, code, clock.Now, verdict, verdict?.State == CertificateState.Superseded ? Verdict.Of(newest!, clock.Today) : null, IsAsked: true));
    }

    /// <summary>Where the code printed on a certificate leads.</summary>
    [HttpGet("~/v/{code}")]
    public IActionResult Short(string code) => Redirect($"/certificates/verify/{Uri.EscapeDataString(code)}");

    private Localised<string> Issuer => library.Now.Academy.Name;

    // The same two look-ups whether the code exists or not.
    private async Task<(CertificateRow? Found, CertificateRow? Newest)> Find(string code, CancellationToken cancellation)
    {
        var found = await db.Set<CertificateRow>().SingleOrDefaultAsync(c => c.Code == code, cancellation);
        var (person, certification) = (found?.Person ?? Guid.Empty, found?.Certification ?? "");
        var newest = await db.Set<CertificateRow>().Where(c => c.Person == person && c.Certification == certification)
            .OrderByDescending(c => c.Issue).FirstOrDefaultAsync(cancellation);
        return (found, newest);
    }
}

/// <summary>The public page: what was typed, when it was looked up, and what came of it.</summary>
/// <param name="Issuer">The organisation that answers for its certificates, by its name of today.</param>
/// <param name="Code">As typed.</param>
/// <param name="CheckedAt">UTC.</param>
/// <param name="Verdict">Null when there is no such certificate, or nothing was asked yet.</param>
/// <param name="Current">The certificate that has replaced a superseded one.</param>
internal sealed record VerificationPage(Localised<string> Issuer, string Code, DateTime CheckedAt, Verdict? Verdict, Verdict? Current, bool IsAsked = false);

/// <summary>All that is public about a certificate.</summary>
internal sealed record Verdict(CertificateState State, string Code, string Number, string Name, string? LatinName, string TitleEnglish, string TitleChinese, DateOnly From, DateOnly? Until, DateOnly? Since, bool IsErased)
{
    public static Verdict Of(CertificateRow row, DateOnly today)
    {
        var state = row.Standing.On(today);
        return new(state, row.Code, row.Number, row.Name, row.LatinName, row.TitleEnglish, row.TitleChinese, row.From, row.Until, state switch
        {
            CertificateState.Revoked => row.RevokedOn,
            CertificateState.Superseded => row.SupersededOn,
            _ => row.Until,
        }, row.HolderErasedOn is not null);
    }
}
