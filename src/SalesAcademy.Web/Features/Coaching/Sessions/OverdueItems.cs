using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>How many action items each person owes this coach too long, by the day where they live; one query however many people there are. What somebody agreed with another coach stays between those two.</summary>
internal static class OverdueItems
{
    // It is tomorrow already somewhere.
    private const int HoursAhead = 14;

    public static async Task<IReadOnlyDictionary<Guid, int>> Of(AcademyDb db, IReadOnlyCollection<Guid> people, Guid coach, Clock clock, CancellationToken cancellation)
    {
        var now = clock.Now;
        var latest = DateOnly.FromDateTime(now.AddHours(HoursAhead));
        var open = await (
            from item in db.Set<ActionItemRow>()
            join owner in db.Set<PersonRow>() on item.Owner equals owner.Id
            where people.Contains(item.Owner) && item.Coach == coach && item.State == ActionItemState.Open && item.DueOn < latest
            select new { item.Owner, item.DueOn, owner.Zone }).ToListAsync(cancellation);
        return open.Where(item => item.DueOn < clock.TodayIn(item.Zone)).CountBy(item => item.Owner).ToDictionary(own => own.Key, own => own.Value);
    }

    /// <summary>The day it is where somebody lives.</summary>
    public static DateOnly TodayIn(this Clock clock, string? zone) => Rest.ZoneOf(zone, clock).DayOf(clock.Now);
}
