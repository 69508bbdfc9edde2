using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Desk;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates.Reports;

/// <summary>A list about to be saved: which, and what narrows it.</summary>
/// <param name="Others">The reports of this list, which may be given this filter instead.</param>
internal sealed record NewReportPage(ReportForm Form, SavedFilter Filter, IReadOnlyList<string> Said, IReadOnlyList<ReportRow> Others);

/// <summary>The saved reports of the desk.</summary>
[Route(Url), Allow(Role.Hr | Role.Admin)]
internal sealed class ReportsController(AcademyDb db, KeepReports reports, ReportBook book, FilterWords filters, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    public new const string Url = "/certificates/reports";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Reports/Reports", await ReportsPage.Read(db, filters, clock.Now, cancellation));

    /// <summary>Asks for the name of a list that is on the page before.</summary>
    [HttpGet("new")]
    public Task<IActionResult> New([FromQuery] ReportList list, [FromQuery] DeskFilter certificates, [FromQuery] ComplianceFilter compliance) => NewPage(new ReportForm(), SavedFilter.Of(list, certificates, compliance));

    [HttpPost]
    public async Task<IActionResult> Create(ReportForm form, [FromQuery] ReportList list, [FromQuery] DeskFilter certificates, [FromQuery] ComplianceFilter compliance)
    {
        var filter = SavedFilter.Of(list, certificates, compliance);
        if (!ModelState.IsValid)
            return await FormAgain(() => NewPage(form, filter));
        var saved = await reports.Save(Act(), form, filter);
        return await AnswerForm(saved, words, "report.saved", saved is Accepted<Guid> { Value: var id } ? $"{Url}/{id}" : Url, () => NewPage(form, filter));
    }

    /// <summary>Gives a saved report the filter of the list that is on the page before.</summary>
    [HttpPost("filter")]
    public async Task<IActionResult> Narrow([FromForm] Guid report, [FromQuery] ReportList list, [FromQuery] DeskFilter certificates, [FromQuery] ComplianceFilter compliance)
    {
        var filter = SavedFilter.Of(list, certificates, compliance);
        return await AnswerForm(await reports.Narrow(Act(), report, filter), words, "report.narrowed-anew", $"{Url}/{report}", () => NewPage(new ReportForm(), filter));
    }

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Show(Guid id) => Page(id, null);

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Change(Guid id, ReportForm form) => ModelState.IsValid
        ? await AnswerForm(await reports.Change(Act(), id, form), words, "report.changed", $"{Url}/{id}", () => Page(id, form))
        : await FormAgain(() => Page(id, form));

    [HttpPost("{id:guid}/deletion")]
    public async Task<IActionResult> Delete(Guid id) => await AnswerForm(await reports.Delete(Act(), id), words, "report.deleted", Url, () => Index(HttpContext.RequestAborted));

    [HttpPost("{id:guid}/restoration")]
    public async Task<IActionResult> Restore(Guid id) => await AnswerForm(await reports.Restore(Act(), id), words, "report.restored", $"{Url}/{id}", () => Index(HttpContext.RequestAborted));

    private async Task<IActionResult> NewPage(ReportForm form, SavedFilter filter) => View("Reports/NewReport", new NewReportPage(
        form, filter, await filter.Said(filters, HttpContext.RequestAborted),
        await db.Set<ReportRow>().Where(r => r.List == filter.List && r.DeletedAt == null).OrderBy(r => r.Name).AsNoTracking().ToListAsync(HttpContext.RequestAborted)));

    private async Task<IActionResult> Page(Guid id, ReportForm? form) => await book.Read(id, Person.Id, form, null, HttpContext.RequestAborted) is { } page ? View("Reports/Report", page) : NotFound();
}
