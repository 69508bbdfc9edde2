using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

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
    [HttpGet("/coaching/coverage.csv"), HttpGet("/coaching/coverage.xlsx")]
    public async Task<IActionResult> Download(int? days, CancellationToken cancellation)
    {
        var page = await book.Read(Person, Chosen(days), cancellation);
        return new SheetResult(new SheetTable(
            words["coverage"],
            [words["coverage"], words.Count("coverage.lead", page.Waiting.Count, page.Lines.Count, page.Without)],
            [words["coverage.person"], words["coverage.team"], words["coverage.last"], words["coverage.by"], words["coverage.days"]],
            page.Lines.Select(IReadOnlyList<SheetCell> (line) => [line.Name, line.Team, line.Last, line.By is { } by ? words[$"by.{by}"].Value : "", line.Days]).ToAsyncEnumerable()));
    }

    private static int Chosen(int? days) => days is { } chosen && CoveragePage.Choices.Contains(chosen) ? chosen : Usual;
}
