using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>An import that has begun: by whom, when, and how far it is.</summary>
internal sealed record ImportLook
{
    private const int Newest = 10;

    public required Guid Id { get; init; }

    public required string FileName { get; init; }

    /// <summary>Null for the command line.</summary>
    public string? By { get; init; }

    public required DateTime At { get; init; }

    public required int Rows { get; init; }

    public required int Refused { get; init; }

    public DateTime? EndedAt { get; init; }

    /// <summary>Rows that have come in.</summary>
    public required int Done { get; init; }

    public static async Task<ImportLook?> Find(AcademyDb db, Guid id, CancellationToken cancellation) => await All(db).SingleOrDefaultAsync(i => i.Id == id, cancellation);

    public static async Task<IReadOnlyList<ImportLook>> Latest(AcademyDb db, CancellationToken cancellation) => await All(db).OrderByDescending(i => i.At).Take(Newest).ToListAsync(cancellation);

    private static IQueryable<ImportLook> All(AcademyDb db) =>
        from import in db.Set<ImportRow>()
        from person in db.Set<PersonRow>().Where(p => p.Id == import.Person).DefaultIfEmpty()
        select new ImportLook
        {
            Id = import.Id,
            FileName = import.FileName,
            By = person == null ? null : person.Name,
            At = import.At,
            Rows = import.Rows,
            Refused = import.Refused,
            EndedAt = import.EndedAt,
            Done = db.Set<ImportedRow>().Count(r => r.Import == import.Id),
        };
}
