using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared;

/// <summary>The academy's clock: the instant, and the organisation's local date, in which every rule counts days.</summary>
public sealed class Clock(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>The instant, UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The organisation's date.</summary>
    public DateOnly Today => DayOf(Now);

    /// <summary>The organisation's zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>The organisation's date at an instant.</summary>
    public DateOnly DayOf(DateTime instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, zone));

    /// <summary>An act of a person, or of the academy itself, now.</summary>
    public Act Act(Guid? actor = null, string? reason = null, IdempotencyKey? key = null)
    {
        var now = Now;
        return new Act { Actor = actor, At = now, Today = DayOf(now), Zone = zone.Id, Reason = reason, Key = key };
    }
}
