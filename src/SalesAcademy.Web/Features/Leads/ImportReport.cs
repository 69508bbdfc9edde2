using System.Globalization;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>The files that an import gives back: the template, the report of every row, and the rows that were refused, to be corrected and sent again.</summary>
internal sealed class ImportReport(ImportWords say, SheetColumns columns, Library library, IStringLocalizer<Words> words)
{
    public async Task Template(Stream stream)
    {
        await using var csv = new CsvWriter(stream);
        await csv.Write([.. SheetColumns.All.Select(columns.NameOf)]);
    }

    public async Task Rows(Stream stream, IReadOnlyList<ImportLine> lines)
    {
        await using var csv = new CsvWriter(stream);
        await csv.Write([.. ((string[])["report.row", "field.company", "field.email", "report.outcome", "report.detail", "report.lead", "col.pool"]).Select(key => words[key].Value)]);
        foreach (var line in lines)
            await csv.Write(line.Number.ToString(CultureInfo.InvariantCulture), line.Company, line.Reach, say.NameOf(line.Outcome), say.Say(line), line.Lead is { } lead ? $"/leads/{lead}" : "", PoolOf(line));
    }

    // Where a new lead falls by what the row says; one that is merged stays in the pool of the lead it is merged into.
    private string PoolOf(ImportLine line)
    {
        if (line is not { Outcome: ImportOutcome.Arrived, Arriving: { } lead })
            return "";
        var id = library.Now.Leads.CellOf(lead.Tier, lead.Source, lead.Tags);
        return library.Now.Pools.FirstOrDefault(pool => pool.Id == id)?.Name.In(ReaderLanguage.Current).Value ?? id;
    }

    /// <summary>As they were sent, under the headings they were sent with, and what is wrong in a last column that is not read again.</summary>
    public async Task Refused(Stream stream, LeadSheet sheet)
    {
        await using var csv = new CsvWriter(stream);
        int[] kept = [.. sheet.Headings.Index().Where(heading => columns.Find(heading.Item) != SheetColumns.Problem).Select(heading => heading.Index)];
        await csv.Write([.. kept.Select(at => sheet.Headings[at]), columns.NameOf(SheetColumns.Problem)]);
        foreach (var line in sheet.Lines().Where(line => line.Lead is null))
            await csv.Write([.. kept.Select(at => line.Record.Cells.ElementAtOrDefault(at)), string.Join(' ', line.Faults.Select(say.Say)), .. line.Record.Cells.Skip(sheet.Headings.Count)]);
    }
}
