using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates.Reports;

/// <summary>When a report is mailed and to whom.</summary>
[Route(ReportsController.Url + "/{id:guid}"), Allow(Role.Hr | Role.Admin)]
internal sealed class ReportMailingController(KeepReports reports, ReportBook book, IStringLocalizer<Words> words) : AcademyController
{
    [HttpPost("mailing")]
    public async Task<IActionResult> Set(Guid id, MailingForm form) => ModelState.IsValid
        ? await AnswerForm(await reports.Mail(Act(), id, form), words, "mailing.set", At(id), () => Page(id, form))
        : await FormAgain(() => Page(id, form));

    [HttpPost("pause")]
    public async Task<IActionResult> Pause(Guid id) => await AnswerForm(await reports.Pause(Act(), id), words, "mailing.paused", At(id), () => Page(id, null));

    [HttpPost("resumption")]
    public async Task<IActionResult> Resume(Guid id) => await AnswerForm(await reports.Resume(Act(), id), words, "mailing.resumed", At(id), () => Page(id, null));

    [HttpPost("sending")]
    public async Task<IActionResult> Send(Guid id) => await AnswerForm(await reports.Send(Act(), id), words, "mailing.sending", At(id), () => Page(id, null));

    private static string At(Guid id) => $"{ReportsController.Url}/{id}";

    private async Task<IActionResult> Page(Guid id, MailingForm? form) => await book.Read(id, Person.Id, null, form, HttpContext.RequestAborted) is { } page ? View("Reports/Report", page) : NotFound();
}

/// <summary>Opens the list of a report, as of today or of the day a letter names; for whoever may see that list.</summary>
[Route(ReportsController.Url + "/{id:guid}/list"), Allow(Role.Hr | Role.Admin | Role.Manager)]
internal sealed class ReportListController(AcademyDb db, Clock clock) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Open(Guid id, [FromQuery] DateOnly? day) =>
        await db.Set<ReportRow>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.DeletedAt == null, HttpContext.RequestAborted) is { } report && await MayOpen(report)
            ? Redirect(SavedFilter.Of(report).On(report.Period, day ?? clock.Today, clock.Today).Address)
            : NotFound();

    // Managers open what is mailed to them; that a report exists, and what it asks, is the desk's.
    private async Task<bool> MayOpen(ReportRow report) => Person.Is(Role.Hr | Role.Admin)
        || (Person.Is(ReportReading.ReadersOf(report.List)) && await db.Set<ReportReaderRow>().AnyAsync(r => r.Report == report.Id && r.Person == Person.Id));
}
