using System.Text;
using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A file of leads as it is sent.</summary>
internal sealed record ImportForm
{
    public IFormFile? Sheet { get; init; }
}

/// <summary>Yes to what a file would do.</summary>
internal sealed record BeginForm
{
    /// <summary>Leaves out the rows in which something is wrong; otherwise all of them come in or none.</summary>
    public bool SkipRefused { get; init; }
}

/// <summary>Leads coming in by a file: it is looked at first, then brought in, and tells of every row what became of it.</summary>
[Route("leads/import"), Allow(Role.SalesOps)]
internal sealed class ImportsController(
    AcademyDb db, ImportFiles files, UploadShelf shelf, BeginImport begin, LeadImporter importer, ImportReport report, ImportWords say, Limits limits) : AcademyController
{
    private const int LongestName = 200;

    public static string AddressOf(Guid import) => $"/leads/import/{import}";

    [HttpGet]
    public async Task<IActionResult> New(CancellationToken cancellation) => View("Import", await ImportLook.Latest(db, cancellation));

    [HttpPost, TakesSheets]
    public async Task<IActionResult> Look(ImportForm form, CancellationToken cancellation)
    {
        var sent = await Sent(form, cancellation);
        if (sent is Accepted<SentFile> { Value: var file } && files.Open(file.Bytes) is var opened)
        {
            if (opened is Accepted<LeadSheet>)
                return Redirect(AddressOf(await shelf.Keep(file, cancellation)));
            sent = ((Refused<LeadSheet>)opened).Reason;
        }

        ModelState.AddModelError("", say.Say(((Refused<SentFile>)sent).Reason));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await New(cancellation);
    }

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Show(Guid id, ImportOutcome? show, CancellationToken cancellation) => Page(id, show, refusal: null, cancellation);

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Begin(Guid id, BeginForm form, CancellationToken cancellation)
    {
        if (await files.Find(db, id, cancellation) is not var (name, sheet))
            return NotFound();
        if (await begin.Run(Act(), id, name, sheet, form.SkipRefused) is Refused<Done> { Reason: var reason })
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Page(id, show: null, say.Say(reason), cancellation);
        }

        shelf.Discard(id);
        importer.Call();
        return Redirect(AddressOf(id));
    }

    [HttpGet("template.csv")]
    public Task<IActionResult> Template() => Csv("leads", report.Template);

    [HttpGet("{id:guid}/report.csv")]
    public async Task<IActionResult> Report(Guid id, CancellationToken cancellation) =>
        await files.Lines(db, id, cancellation) is var (_, _, lines) ? await Csv("report", stream => report.Rows(stream, lines)) : NotFound();

    [HttpGet("{id:guid}/refused.csv")]
    public async Task<IActionResult> RefusedRows(Guid id, CancellationToken cancellation) =>
        await files.Find(db, id, cancellation) is var (_, sheet) ? await Csv("refused", stream => report.Refused(stream, sheet)) : NotFound();

    private async Task<IActionResult> Page(Guid id, ImportOutcome? show, string? refusal, CancellationToken cancellation) =>
        await ImportPage.Read(db, files, id, show, refusal, cancellation) is { } page ? View("ImportFile", page) : NotFound();

    private async Task<Decision<SentFile>> Sent(ImportForm form, CancellationToken cancellation)
    {
        if (form.Sheet is not { } sheet)
            return new Refusal("file-needed");
        if (sheet.Length > limits.ImportMegabytes * 1024L * 1024L)
            return new Refusal("file-large", limits.ImportMegabytes);
        using var bytes = new MemoryStream((int)sheet.Length); // a few megabytes at most
        await sheet.CopyToAsync(bytes, cancellation);
        var name = string.Concat(Path.GetFileName(sheet.FileName).EnumerateRunes().Where(sign => !Rune.IsControl(sign)).Take(LongestName));
        return new SentFile(name.Length > 0 ? name : "leads.csv", bytes.ToArray());
    }

    private async Task<IActionResult> Csv(string name, Func<Stream, Task> write)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        await write(Response.Body);
        return new EmptyResult();
    }
}
