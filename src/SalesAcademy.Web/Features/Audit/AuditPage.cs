using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Audit;

/// <summary>An event as it is read here. Names are those of today; who is nobody of the academy is told by id.</summary>
/// <param name="Row">The event.</param>
/// <param name="Subject">The person it is about, by name; null for a lead, a team, or another thing.</param>
/// <param name="Actor">Who did it, by name; null for the academy itself.</param>
/// <param name="Figures">Its ids and figures, where this reader sees them here.</param>
internal sealed record AuditLine(EventRow Row, string? Subject, string? Actor, string? Figures)
{
    public static async Task<List<AuditLine>> Of(AcademyDb db, IReadOnlyList<EventRow> rows, CurrentPerson reader, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Subject).Concat(rows.Select(row => row.Actor).OfType<Guid>()).Distinct().ToArray();
        var names = await db.Set<PersonRow>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return [.. rows.Select(row => new AuditLine(row, names.GetValueOrDefault(row.Subject), row.Actor is { } actor ? names.GetValueOrDefault(actor, actor.ToString()) : null,
            AuditKinds.ShowsFigures(row.Type, reader) ? row.Json : null))];
    }
}

/// <summary>One page of what happened, the newest first.</summary>
internal sealed record AuditPage(AuditFilter Filter, IReadOnlyList<AuditLine> Lines, long? Next, bool IsFirst, ILookup<string, string> Kinds)
{
    private const int Size = 50;

    public static async Task<AuditPage> Read(AcademyDb db, CurrentPerson reader, AuditFilter filter, long? before, CancellationToken cancellation)
    {
        var found = await filter.On(db, reader, cancellation);
        var rows = await found.Where(e => before == null || e.Sequence < before).OrderByDescending(e => e.Sequence).Take(Size + 1).ToListAsync(cancellation);
        var lines = await AuditLine.Of(db, [.. rows.Take(Size)], reader, cancellation);
        return new AuditPage(filter, lines, rows.Count > Size ? lines[^1].Row.Sequence : null, before is null, AuditKinds.Of(reader));
    }
}
