using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>The certificates of others that wait for HR, oldest first.</summary>
[Route(Url), Allow(Role.Hr)]
internal sealed class WaitingExternalsController(AcademyDb db) : AcademyController
{
    public new const string Url = "/certificates/external";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View("Recognition/Waiting", (IReadOnlyList<ExternalLine>)[.. (await ExternalLine.Of(db, e => e.DecidedAt == null, cancellation)).Reverse()]);
}
