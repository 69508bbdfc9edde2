using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>Dates of the demo: counted back from today, at the organisation's working hours.</summary>
internal static class DemoCalendar
{
    /// <summary>That many days ago at an hour of the organisation's zone; never later than now.</summary>
    public static DateTime Ago(this Clock clock, int days, int hour, int minute = 0)
    {
        var local = clock.Today.AddDays(-days).ToDateTime(new TimeOnly(hour, minute));
        var instant = TimeZoneInfo.ConvertTimeToUtc(clock.Zone.IsInvalidTime(local) ? local.AddHours(1) : local, clock.Zone);
        return instant < clock.Now ? instant : clock.Now;
    }

    /// <summary>An act of the past.</summary>
    public static Act ActAt(this Clock clock, DateTime at, Guid? actor = null) => new() { Actor = actor, At = at, Today = clock.DayOf(at), Zone = clock.Zone.Id };

    /// <summary>How long somebody thinks about a question of a quiz: forty seconds to seventy-five, so that every attempt keeps to its time.</summary>
    public static TimeSpan Pace(string person, string quiz) => TimeSpan.FromSeconds(40 + Math.Floor(36 * Chance(person, quiz)));

    /// <summary>A number in [0,1) that is always the same for the same words: the demo's chance.</summary>
    public static double Chance(params ReadOnlySpan<string> words) =>
        BitConverter.ToUInt32(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('|', words))), 0) / 4294967296.0;
}
