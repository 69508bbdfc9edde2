using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.People.Import;

/// <summary>A file of people as it is sent.</summary>
internal sealed record PeopleFileForm
{
    public IFormFile? Sheet { get; init; }
}

/// <summary>Yes to what a file does, as it was shown.</summary>
internal sealed record ConsentForm
{
    [System.ComponentModel.DataAnnotations.StringLength(64)]
    public string? Seal { get; init; }

    public bool GiveRights { get; init; }
}

/// <summary>A file with what it does now.</summary>
internal sealed record PeopleImportPage(Guid Id, string FileName, StaffSheet Sheet, StaffPlan Plan, StaffNow Now)
{
    public const int Shown = 200;
}

/// <summary>Joiners, movers and leavers by a file: looked at first, then carried out as a whole.</summary>
[Route("people/import"), Allow(Role.Hr | Role.Admin)]
internal sealed class PeopleImportController(
    AcademyDb db, UploadShelf shelf, StaffColumns columns, StaffPlanner planner, CarryOutPlan carryOut, ImportSpeech say, Limits limits, IStringLocalizer<Words> words) : AcademyController
{
    private const int LongestName = 200;

    [HttpGet]
    public IActionResult New() => View("PeopleImport", columns);

    [HttpPost, TakesSheets]
    public async Task<IActionResult> Look(PeopleFileForm form, CancellationToken cancellation)
    {
        var refused = form.Sheet is not { } sheet ? new Refusal("file-needed") : sheet.Length > limits.ImportMegabytes * 1024L * 1024L ? new Refusal("file-large", limits.ImportMegabytes) : null;
        if (refused is null)
        {
            using var bytes = new MemoryStream((int)form.Sheet!.Length); // a few megabytes at most
            await form.Sheet.CopyToAsync(bytes, cancellation);
            var sent = new SentFile(NameOf(form.Sheet), bytes.ToArray());
            if (StaffSheet.Open(sent.Bytes, columns, limits.ImportRows) is Refused<StaffSheet> unread)
                refused = unread.Reason;
            else
                return Redirect($"/people/import/{await shelf.Keep(sent, cancellation)}");
        }

        ModelState.AddModelError("", say.Say(refused));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return New();
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation) => await Page(id, cancellation) is { } page ? View("PeopleImportFile", page) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> CarryOut(Guid id, ConsentForm form, CancellationToken cancellation)
    {
        if (await Page(id, cancellation) is not { } page)
            return NotFound();
        if (await carryOut.Run(Act(), page.Sheet, new Consent(form.Seal ?? "", form.GiveRights), cancellation) is Refused<int> { Reason: var reason })
        {
            ModelState.AddModelError("", say.Say(reason));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("PeopleImportFile", await Page(id, cancellation));
        }

        shelf.Discard(id);
        TempData["flash"] = words["import.done"].Value;
        return Redirect("/people");
    }

    [HttpGet("{id:guid}/report.csv")]
    public async Task<IActionResult> Report(Guid id, CancellationToken cancellation) =>
        await Page(id, cancellation) is { } page ? await Csv("report", stream => say.Report(stream, page.Plan, page.Now)) : NotFound();

    [HttpGet("template.csv")]
    public Task<IActionResult> Template() => Csv("people", say.Template);

    private async Task<PeopleImportPage?> Page(Guid id, CancellationToken cancellation)
    {
        if (await shelf.Find(id, cancellation) is not { } sent || StaffSheet.Open(sent.Bytes, columns, limits.ImportRows) is not Accepted<StaffSheet> { Value: var sheet })
            return null;
        var now = await StaffNow.Read(db, cancellation);
        return new PeopleImportPage(id, sent.Name, sheet, planner.Plan(sheet, now, Person.Id), now);
    }

    private static string NameOf(IFormFile sheet) =>
        string.Concat(Path.GetFileName(sheet.FileName).EnumerateRunes().Where(sign => !Rune.IsControl(sign)).Take(LongestName)) is { Length: > 0 } name ? name : "people.csv";

    private async Task<IActionResult> Csv(string name, Func<Stream, Task> write)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        await write(Response.Body);
        return new EmptyResult();
    }
}
