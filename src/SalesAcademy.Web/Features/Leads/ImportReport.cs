using System.Globalization;
using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>The files that an import gives back: the template, the report of every row, and the rows that were refused, to be corrected and sent again.</summary>
internal sealed class ImportReport(ImportWords say, SheetColumns columns, IStringLocalizer<Words> words)
{
    public async Task Template(Stream stream)
    {
        await using var csv = new CsvWriter(stream);
        await csv.Write([.. SheetColumns.All.Select(columns.NameOf)]);
    }

    public async Task Rows(Stream stream, IReadOnlyList<ImportLine> lines)
    {
        await using var csv = new CsvWriter(stream);
        await csv.Write([.. ((string[])["report.row", "field.company", "field.email", "report.outcome", "report.detail", "report.lead"]).Select(key => words[key].Value)]);
        foreach (var line in lines)
            await csv.Write(line.Number.ToString(CultureInfo.InvariantCulture), line.Company, line.Email, say.NameOf(line.Outcome), say.Say(line), line.Lead is { } lead ? $"/leads/{lead}" : "");
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
