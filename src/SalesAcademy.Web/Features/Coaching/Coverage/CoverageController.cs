using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching.Coverage;

/// <summary>Who of a manager's teams, and for HR of everybody, waits for coaching.</summary>
[Route("coaching/coverage"), Allow(Role.Manager | Role.Hr)]
internal sealed class CoverageController(CoverageBook book, IStringLocalizer<Words> words) : AcademyController
{
    public const string CoverageUrl = "/coaching/coverage";

    private const int Usual = 30; // days; the middle choice

    [HttpGet]
    public async Task<IActionResult> Index(int? days, CancellationToken cancellation) => View("Coverage/Coverage", await book.Read(Person, Chosen(days), cancellation));

    /// <summary>Every seller in sight as a file for a spreadsheet.</summary>
    [HttpGet("/coaching/coverage.csv")]
    public async Task Download(int? days, CancellationToken cancellation)
    {
        var page = await book.Read(Person, Chosen(days), cancellation);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"coverage.csv\"";
        await using var csv = new CsvWriter(Response.Body);
        await csv.Write(words["coverage.person"], words["coverage.team"], words["coverage.last"], words["coverage.by"], words["coverage.days"]);
        foreach (var line in page.Lines)
            await csv.Write(line.Name, line.Team, line.Last?.ToString("O", CultureInfo.InvariantCulture), line.By is { } by ? words[$"by.{by}"] : "", line.Days.ToString(CultureInfo.InvariantCulture));
    }

    private static int Chosen(int? days) => days is { } chosen && CoveragePage.Choices.Contains(chosen) ? chosen : Usual;
}
