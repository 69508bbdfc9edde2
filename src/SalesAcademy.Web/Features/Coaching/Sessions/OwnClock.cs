using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>Days and times as people type them: by the clock where they live.</summary>
internal static class OwnClock
{
    /// <summary>The zone somebody lives in.</summary>
    public static async Task<TimeZoneInfo> ZoneOf(this Entry entry, Guid person, Clock clock) =>
        Rest.ZoneOf(await entry.Db.Set<PersonRow>().Where(p => p.Id == person).Select(p => p.Zone).SingleOrDefaultAsync(), clock);

    /// <summary>The instant of a local date and time; one that the clock jumps over is an hour later, of one that comes twice it is the second.</summary>
    public static DateTime InstantOf(this TimeZoneInfo zone, DateOnly day, TimeOnly at)
    {
        var local = day.ToDateTime(at);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }

    /// <summary>What the clock there shows.</summary>
    public static DateTime LocalOf(this TimeZoneInfo zone, DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(instant, zone);

    /// <summary>The day it is there.</summary>
    public static DateOnly DayOf(this TimeZoneInfo zone, DateTime instant) => DateOnly.FromDateTime(zone.LocalOf(instant));
}
