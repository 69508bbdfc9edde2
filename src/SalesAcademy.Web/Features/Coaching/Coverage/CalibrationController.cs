using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching.Coverage;

/// <summary>How far raters agree, for those who look after all of them.</summary>
[Route("coaching/calibration"), Allow(Role.Hr | Role.SalesOps)]
internal sealed class CalibrationController(CalibrationBook book) : AcademyController
{
    public const string CalibrationUrl = "/coaching/calibration";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Coverage/Calibration", new CalibrationPage(await book.Read(cancellation), Person.ContentLanguage));
}

/// <summary>Agreement by rubric, in the reader's language.</summary>
internal sealed record CalibrationPage(IReadOnlyList<RubricAgreement> Rubrics, string Language);
