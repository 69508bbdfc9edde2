using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Desk;

namespace SalesAcademy.Web.Features.Certificates.Reports;

/// <summary>A saved report in the list of them.</summary>
/// <param name="Said">What narrows it, in words.</param>
/// <param name="Readers">How many it is mailed to.</param>
/// <param name="LastSent">When it was last sent to anybody.</param>
/// <param name="Troubled">Whether the last time some reader was not sent it, or it could not be made.</param>
internal sealed record ReportLine(ReportRow Report, IReadOnlyList<string> Said, int Readers, DateTime? LastSent, bool Troubled);

/// <summary>The saved reports of the desk, and those deleted lately.</summary>
internal sealed record ReportsPage(IReadOnlyList<ReportLine> Lines, IReadOnlyList<ReportRow> Deleted)
{
    public static async Task<ReportsPage> Read(AcademyDb db, FilterWords words, DateTime now, CancellationToken cancellation)
    {
        var since = now.AddDays(-KeepReports.DaysToRestore);
        var rows = await db.Set<ReportRow>().AsNoTracking().Where(r => r.DeletedAt == null || r.DeletedAt >= since).ToListAsync(cancellation);
        var readers = await db.Set<ReportReaderRow>().GroupBy(r => r.Report).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var letters = (await db.Set<ReportLetterRow>().Select(l => new { l.Report, l.DueAt, l.SentAt, l.Problem, l.Withheld }).ToListAsync(cancellation)).ToLookup(l => l.Report);
        var lines = new List<ReportLine>();
        foreach (var row in rows.Where(row => row.DeletedAt is null).OrderBy(row => row.Name, StringComparer.CurrentCulture))
        {
            var (own, last) = (letters[row.Id], letters[row.Id].Max(l => (DateTime?)l.DueAt));
            lines.Add(new ReportLine(row, await SavedFilter.Of(row).Said(words, cancellation), readers.GetValueOrDefault(row.Id), own.Max(l => l.SentAt), own.Any(l => l.DueAt == last && (l.Problem is not null || l.Withheld is not null))));
        }

        return new ReportsPage(lines, [.. rows.Where(row => row.DeletedAt is not null).OrderByDescending(row => row.DeletedAt)]);
    }
}
