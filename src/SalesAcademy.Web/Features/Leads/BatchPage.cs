using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A batch that has begun: how far it is, and lead by lead what became of it.</summary>
internal sealed record BatchPage(BatchRow Batch, string By, string? To, IReadOnlyList<BatchLine> Lines)
{
    public bool IsRunning => Batch.EndedAt is null;

    public int Done => Lines.Count(line => line.IsDone);

    public int Given => Lines.Count(line => line.To is not null);

    public static async Task<BatchPage?> Read(AcademyDb db, CurrentPerson viewer, Guid id, CancellationToken cancellation)
    {
        var operations = viewer.Is(Role.SalesOps);
        if (await db.Set<BatchRow>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && (operations || b.Person == viewer.Id), cancellation) is not { } batch)
            return null;
        var people = db.Set<PersonRow>();
        var lines = await (
            from line in db.Set<BatchLineRow>().AsNoTracking()
            join lead in db.Set<LeadRow>() on line.Lead equals lead.Id
            from had in people.Where(p => p.Id == line.From).DefaultIfEmpty()
            from got in people.Where(p => p.Id == line.Given).DefaultIfEmpty()
            where line.Batch == id
            orderby line.Number
            select new { line, lead.Company, lead.Tier, From = had == null ? null : had.Name, To = got == null ? null : got.Name }).ToListAsync(cancellation);
        return new(
            batch, await people.Where(p => p.Id == batch.Person).Select(p => p.Name).SingleAsync(cancellation), await people.Where(p => p.Id == batch.To).Select(p => p.Name).SingleOrDefaultAsync(cancellation),
            [.. lines.Select(l => new BatchLine(l.line.Lead, l.Company, l.Tier, l.From, l.To, l.line.Refused is { } key ? l.line.Rule is { } rule ? new Refusal(key, rule) : new Refusal(key) : null, l.line.DoneAt is not null))]);
    }
}
