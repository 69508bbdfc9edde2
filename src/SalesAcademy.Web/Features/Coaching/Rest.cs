using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>When somebody is not to be disturbed: in quiet hours on their own clock, and in focus time.</summary>
internal static class Rest
{
    /// <summary>When the rest of that instant ends, UTC; null for somebody who may be disturbed.</summary>
    public static async Task<DateTime?> Until(DbContext db, CoachingPolicy policy, Guid person, Clock clock, DateTime now, CancellationToken cancellation = default)
    {
        var open = db.OpenFocus(now);
        var own = await db.Set<PersonRow>().Where(p => p.Id == person)
            .Select(p => new { p.Zone, Focus = open.Where(focus => focus.Person == p.Id).Max(focus => (DateTime?)focus.Until) }).SingleOrDefaultAsync(cancellation);
        return Until(policy, own?.Zone, own?.Focus, clock, now);
    }

    /// <summary>The same of somebody whose zone and end of focus time are known.</summary>
    public static DateTime? Until(CoachingPolicy policy, string? zone, DateTime? focus, Clock clock, DateTime now)
    {
        var quiet = Ends(policy.Quiet, ZoneOf(zone, clock), now);
        return focus is { } focused && (quiet is null || focused > quiet) ? focused : quiet;
    }

    public static IQueryable<FocusRow> OpenFocus(this DbContext db, DateTime now) => db.Set<FocusRow>().Where(focus => focus.EndedAt == null && focus.Until > now);

    /// <summary>When the quiet hours of that instant end, UTC; null in a working hour.</summary>
    public static DateTime? Ends(QuietHours quiet, TimeZoneInfo zone, DateTime now)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, zone);
        var end = quiet.Ends(local);
        if (end <= local)
            return null;
        while (zone.IsInvalidTime(end)) // clocks go forward over it
            end = end.AddMinutes(15);
        return TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(end, DateTimeKind.Unspecified), zone);
    }

    public static TimeZoneInfo ZoneOf(string? zone, Clock clock) => zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : clock.Zone;
}
