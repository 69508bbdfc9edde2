using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Coaching.Cadences;

/// <summary>Whom a cadence is for now: whoever reports to its coach and is here. A cadence with one person stands before that of their team.</summary>
internal static class Reports
{
    public static async Task<IReadOnlyCollection<Guid>> Of(AcademyDb db, CadenceRow cadence)
    {
        if (cadence.EndedAt is not null)
            return [];
        var own = db.Set<CadenceRow>().Where(c => c.Coach == cadence.Coach && c.EndedAt == null && !c.IsTeam).Select(c => c.With);
        var here =
            from person in db.Set<PersonRow>()
            join manager in db.Set<TeamManagerRow>() on person.TeamId equals manager.TeamId
            join coach in db.Set<PersonRow>() on manager.PersonId equals coach.Id
            where manager.PersonId == cadence.Coach && person.Id != cadence.Coach && person.SuspendedAt == null && coach.SuspendedAt == null
            select person;
        return await (cadence.IsTeam ? here.Where(p => p.TeamId == cadence.With && !own.Contains(p.Id)) : here.Where(p => p.Id == cadence.With)).Select(p => p.Id).ToListAsync();
    }
}
