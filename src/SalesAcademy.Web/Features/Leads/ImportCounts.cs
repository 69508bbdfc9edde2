using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>How many rows became what.</summary>
internal sealed class ImportCounts(IReadOnlyDictionary<ImportOutcome, int> counts)
{
    public int this[ImportOutcome outcome] => counts.GetValueOrDefault(outcome);

    /// <summary>Rows that have been dealt with.</summary>
    public int All => counts.Values.Sum();

    public static ImportCounts Of(IEnumerable<ImportLine> lines) => new(lines.CountBy(line => line.Outcome).ToDictionary());

    /// <summary>What has come in of a file until now.</summary>
    public static async Task<ImportCounts> Of(AcademyDb db, Guid import, CancellationToken cancellation) => new(await db.Set<ImportedRow>().Where(r => r.Import == import)
        .GroupBy(r => r.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation));
}
