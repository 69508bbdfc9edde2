using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Says of every row of a file what became of it.</summary>
internal static class ImportedLines
{
    /// <summary>Rows that have come in and rows that were refused; those that are still to come are left out.</summary>
    public static async Task<IReadOnlyList<ImportLine>> Of(AcademyDb db, Guid import, LeadSheet sheet, CancellationToken cancellation)
    {
        var imported = await (
            from row in db.Set<ImportedRow>()
            join lead in db.Set<LeadRow>() on row.Lead equals lead.Id
            where row.Import == import
            select new { row.Number, row.Outcome, lead.Id, lead.Company }).ToDictionaryAsync(row => row.Number, cancellation);
        var filled = await db.Set<MergeRow>().Where(m => m.Import == import).Select(m => new { m.Number, m.Filled }).ToDictionaryAsync(m => m.Number ?? 0, m => m.Filled, cancellation);
        return [.. sheet.Lines().Select(Say).OfType<ImportLine>()];

        ImportLine? Say(SheetLine line)
        {
            if (line.Lead is null)
                return ImportLine.Of(line, ImportOutcome.Refused);
            return !imported.TryGetValue(line.Number, out var row) ? null
                : ImportLine.Of(line, row.Outcome) with { Lead = row.Id, LeadCompany = row.Company, Filled = filled.GetValueOrDefault(line.Number, []) };
        }
    }
}
