using System.Globalization;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>Local times of the organisation as instants, and moments of a recording as seconds.</summary>
internal static class SessionTime
{
    /// <summary>The instant of a local date and time; one that the clock jumps over is an hour later.</summary>
    public static DateTime InstantOf(this Clock clock, DateOnly day, TimeOnly at) => clock.Zone.InstantOf(day, at);

    /// <summary>The same in another zone.</summary>
    public static DateTime InstantOf(this TimeZoneInfo zone, DateOnly day, TimeOnly at)
    {
        var local = day.ToDateTime(at);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }

    /// <summary>What the organisation's clock shows.</summary>
    public static DateTime LocalOf(this Clock clock, DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(instant, clock.Zone);

    /// <summary>83 of 1:23 or 83; null for what is neither.</summary>
    public static int? Seconds(string? written)
    {
        var parts = (written ?? "").Trim().Replace('：', ':').Split(':');
        if (parts.Length > 3 || parts.Any(part => part.Length is 0 or > 5 || !part.All(char.IsAsciiDigit)))
            return null;
        return parts.Aggregate(0L, (sum, part) => sum * 60 + int.Parse(part, CultureInfo.InvariantCulture)) is <= int.MaxValue and var seconds ? (int)seconds : null;
    }

    /// <summary>1:23; from an hour on 1:02:03.</summary>
    public static string Written(int seconds) => seconds >= 3600
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
}
