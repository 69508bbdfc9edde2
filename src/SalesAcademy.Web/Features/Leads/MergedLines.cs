using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A lead that came in about a customer who was known already, and what it brought.</summary>
internal sealed record MergedLine(Guid Duplicate, string Company, string Contact, string Source, DateTime At, string? FileName, int? Number, IReadOnlyList<string> Filled)
{
    /// <summary>What is merged into a lead now, as it came in; what came in before merges were recorded filled nothing.</summary>
    public static async Task<IReadOnlyList<MergedLine>> Of(AcademyDb db, Guid lead, CancellationToken cancellation)
    {
        var merged = await (
            from merge in db.Set<MergeRow>()
            join duplicate in db.Set<LeadRow>() on merge.Duplicate equals duplicate.Id
            from file in db.Set<ImportRow>().Where(i => i.Id == merge.Import).DefaultIfEmpty()
            where merge.Into == lead && merge.EndSequence == null
            orderby merge.Sequence
            select new MergedLine(duplicate.Id, duplicate.Company, duplicate.Contact, duplicate.Source, duplicate.ArrivedAt, file == null ? null : file.FileName, merge.Number, merge.Filled)).ToListAsync(cancellation);
        var before = await db.Set<LeadRow>().Where(l => l.DuplicateOf == lead && l.State == LeadState.Duplicate && !db.Set<MergeRow>().Any(m => m.Duplicate == l.Id)).OrderBy(l => l.ArrivedAt)
            .Select(l => new { l.Id, l.Company, l.Contact, l.Source, l.ArrivedAt }).ToListAsync(cancellation);
        return [.. before.Select(l => new MergedLine(l.Id, l.Company, l.Contact, l.Source, l.ArrivedAt, null, null, [])), .. merged];
    }
}
