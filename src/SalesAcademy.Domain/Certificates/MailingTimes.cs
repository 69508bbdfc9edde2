using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Certificates;

/// <summary>How often a report is mailed.</summary>
public enum Rhythm
{
    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Monday to Friday.</summary>
    Weekdays,

    /// <summary>On one weekday.</summary>
    Weekly,

    /// <summary>On one day of the month.</summary>
    Monthly,
}

/// <summary>On which days and at which hour of the organisation's clock a report is mailed.</summary>
/// <param name="Rhythm">How often.</param>
/// <param name="Weekday">The day of a weekly one.</param>
/// <param name="MonthDay">The day of a monthly one, 1 to 31; in a month that has no such day, its last.</param>
/// <param name="Hour">0 to 23.</param>
public sealed record MailingTimes(Rhythm Rhythm, DayOfWeek Weekday, int MonthDay, int Hour)
{
    private const int LastHour = 23;
    private const int LongestMonth = 31;

    /// <summary>The times asked for. Refuses a rhythm or weekday there is not (rhythm-off), a day of the month out of bounds (month-day-off) and an hour out of bounds (hour-off).</summary>
    public static Decision<MailingTimes> Decide(Rhythm rhythm, DayOfWeek weekday, int monthDay, int hour)
    {
        if (rhythm is < Rhythm.Daily or > Rhythm.Monthly || weekday is < DayOfWeek.Sunday or > DayOfWeek.Saturday)
            return new Refusal("rhythm-off");
        if (monthDay is < 1 or > LongestMonth)
            return new Refusal("month-day-off");
        return hour is < 0 or > LastHour ? new Refusal("hour-off") : new MailingTimes(rhythm, weekday, monthDay, hour);
    }

    /// <summary>Whether it is mailed on that day.</summary>
    public bool FallsOn(DateOnly day) => Rhythm switch
    {
        Rhythm.Daily => true,
        Rhythm.Weekdays => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        Rhythm.Weekly => day.DayOfWeek == Weekday,
        _ => day.Day == Math.Min(MonthDay, DateTime.DaysInMonth(day.Year, day.Month)),
    };

    /// <summary>The first due instant after another; however many lay between, it is one.</summary>
    /// <param name="instant">UTC.</param>
    /// <param name="zone">The organisation's zone.</param>
    public DateTime NextAfter(DateTime instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, zone)); ; day = day.AddDays(1))
            if (FallsOn(day) && InstantOf(day, zone) is var due && due > instant)
                return due;
    }

    // An hour that the clocks leave out is the moment they go on at; of an hour that comes twice it is the first.
    private DateTime InstantOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(Hour, 0));
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }
}
