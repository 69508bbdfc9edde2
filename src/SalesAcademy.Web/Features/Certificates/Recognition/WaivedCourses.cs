using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>The courses whose lessons are not asked of somebody today.</summary>
internal sealed class WaivedCourses(Clock clock) : IWaivedCourses
{
    public async Task<IReadOnlySet<string>> Of(AcademyDb db, Guid person, CancellationToken cancellation = default)
    {
        var today = clock.Today;
        return (await db.Set<WaiverRow>().Where(w => w.Person == person && w.Thing == WaivedThing.Course && w.WithdrawnAt == null && w.From <= today && (w.Until == null || w.Until >= today))
            .Select(w => w.Target).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
    }
}
