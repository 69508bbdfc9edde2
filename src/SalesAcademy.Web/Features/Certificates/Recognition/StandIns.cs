using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>What stands in for certifications of people: waivers, and certificates of others that were accepted instead of one.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Certification">Of which certification.</param>
/// <param name="StandIn">What, and when.</param>
internal sealed record StandIns(Guid Person, string Certification, StandIn StandIn)
{
    public static async Task<IReadOnlyList<StandIns>> Of(AcademyDb db, IQueryable<Guid> people, CancellationToken cancellation) =>
    [
        .. (await db.Set<WaiverRow>().Where(w => w.Thing == WaivedThing.Certification && people.Contains(w.Person)).ToListAsync(cancellation)).Select(row => new StandIns(row.Person, row.Target, row.StandIn)),
        .. (await db.Set<ExternalRow>().Where(e => e.IsAccepted && e.InsteadOf != null && people.Contains(e.Person)).ToListAsync(cancellation)).Select(row => new StandIns(
            row.Person, row.InsteadOf!, new StandIn(Holding.External, row.DecidedOn!.Value, row.Until, EndedOn: null))), // asked for above, and accepted on a day
    ];
}
