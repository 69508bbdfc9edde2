using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>What machines need to verify a certificate. Nothing here names a holder but the credential itself, which only those may fetch who may read the document.</summary>
[Route("certificates"), EnableRateLimiting(Limits.Verification)]
internal sealed class CredentialsController(AcademyDb db, StatusLists lists, CredentialAddresses addresses, Library library) : AcademyController
{
    public const string TrustAddress = "/.well-known/certificates.json";

    private const string SignedCredential = "application/vc+jwt";

    /// <summary>The key set (RFC 7517), retired keys too; one that is no longer trusted is in no set.</summary>
    [HttpGet("/.well-known/jwks.json"), AllowAnonymous]
    public async Task<IActionResult> Keys(CancellationToken cancellation) =>
        Json(new { keys = (await db.Set<SigningKeyRow>().Where(key => key.DistrustedAt == null).OrderBy(key => key.CreatedAt).ToListAsync(cancellation)).Select(PublicKey.Of) });

    /// <summary>Keys and status lists in one file, to verify by without a network.</summary>
    [HttpGet(TrustAddress), AllowAnonymous]
    public async Task<IActionResult> Trust() => Json(await lists.Trust(db));

    [HttpGet("keys/{thumbprint}"), AllowAnonymous]
    public async Task<IActionResult> Key(string thumbprint, CancellationToken cancellation) =>
        await db.Set<SigningKeyRow>().SingleOrDefaultAsync(key => key.Id == thumbprint && key.DistrustedAt == null, cancellation) is { } key ? Json(PublicKey.Of(key)) : NotFound();

    [HttpGet("issuer"), AllowAnonymous]
    public IActionResult Issuer() => Json(CredentialWriting.Issuer(addresses, library.Now.Academy));

    [HttpGet("achievements/{certification}"), AllowAnonymous]
    public IActionResult Achievement(string certification) => library.Now.Certifications.FirstOrDefault(c => c.Id == certification) is { } known
        ? Json(CredentialWriting.Achievement(addresses, known.Id, known.Title.In(Locales.English).Value, known.Statement))
        : NotFound();

    [HttpGet("status/{purpose}/{list:long}"), AllowAnonymous]
    public async Task<IActionResult> Status(string purpose, long list) =>
        StatusPurposes.Read(purpose) is { } of && await lists.Sign(db, of, list) is { } signed ? Content(signed, SignedCredential) : NotFound();

    /// <summary>The signed credential as it was attached to the document, for whoever may read that.</summary>
    [HttpGet("{id:guid}/credential")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation)
    {
        var document = await (
            from certificate in DocumentRow.ReadableBy(db, Person)
            join stored in db.Set<DocumentRow>() on certificate.Id equals stored.Certificate
            where certificate.Id == id
            select new { certificate.Number, stored.Bytes }).SingleOrDefaultAsync(cancellation);
        if (document is null || CredentialAttachment.Read(document.Bytes) is not var (_, credential))
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = CertificateFile.Disposition($"{CertificateFile.Safe(document.Number)}.jwt", download: true);
        return File(Encoding.ASCII.GetBytes(credential), SignedCredential);
    }
}
