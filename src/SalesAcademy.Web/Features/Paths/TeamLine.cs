using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>A report of a manager who is on a path: steps done of all, and steps overdue where that person is.</summary>
internal sealed record TeamLine(Guid Person, string Name, int Done, int Steps, int Overdue)
{
    public static async Task<IReadOnlyList<TeamLine>> Of(AcademyDb db, CurrentPerson manager, Clock clock, CancellationToken cancellation)
    {
        if (manager.ManagedTeams.Count == 0)
            return [];
        var rows = await (from person in Staff.TeamOf(db, manager)
                          join step in db.Set<PathStepRow>() on person.Id equals step.Person
                          where person.SuspendedAt == null
                          select new { person.Id, person.Name, person.Zone, step.DueOn, IsDone = step.DoneAt != null }).ToListAsync(cancellation);
        return [.. rows.GroupBy(row => (row.Id, row.Name, row.Zone))
            .Select(of => new TeamLine(of.Key.Id, of.Key.Name, of.Count(row => row.IsDone), of.Count(), of.Count(row => !row.IsDone && row.DueOn < DayOf(of.Key.Zone, clock))))
            .OrderByDescending(line => line.Overdue).ThenBy(line => line.Name, StringComparer.CurrentCulture)];
    }

    public static DateOnly DayOf(string zone, Clock clock) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.Now, TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : clock.Zone));
}
