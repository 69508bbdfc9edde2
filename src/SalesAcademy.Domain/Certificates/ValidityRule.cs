namespace SalesAcademy.Domain.Certificates;

/// <summary>From where the months of a renewal count, and so when a certificate ends.</summary>
public enum ExpiryBasis
{
    /// <summary>From the end of what it replaces, if that has not passed: nobody loses days by renewing early.</summary>
    PreviousEnd,

    /// <summary>From the day it is earned.</summary>
    Completion,

    /// <summary>Every certificate ends on the same day of the year.</summary>
    DayOfTheYear,
}

/// <summary>A day of the year; 29 February is the last day of February in every year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31, as the month has in a leap year.</param>
public sealed record YearDay(int Month, int Day)
{
    /// <summary>That day in a year.</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));

    /// <summary>The latest such day that is not after another day.</summary>
    public DateOnly LastUntil(DateOnly day) => In(day.Year) is var same && same <= day ? same : In(day.Year - 1);
}

/// <summary>Until when the certificates of a certification are valid.</summary>
/// <param name="Months">Months of validity, 1 or more; null for ever.</param>
/// <param name="Basis">From where they count.</param>
/// <param name="EndsOn">The day of the year on which all end; only where that is the basis.</param>
public sealed record ValidityRule(int? Months, ExpiryBasis Basis = ExpiryBasis.PreviousEnd, YearDay? EndsOn = null)
{
    /// <summary>
    /// The last valid day; null for ever. With a day of the year it is the latest such day within the months; where that would come before
    /// renewal has even been closed for a day, it is the next one: nobody is asked to renew what they have just earned.
    /// </summary>
    /// <param name="from">The first valid day.</param>
    /// <param name="previousEnd">The last day of what it replaces; null when there is nothing.</param>
    /// <param name="renewalDays">How many days before the end renewal opens.</param>
    public DateOnly? LastDay(DateOnly from, DateOnly? previousEnd, int renewalDays)
    {
        var countedFrom = Basis != ExpiryBasis.Completion && previousEnd >= from ? previousEnd.Value.AddDays(1) : from;
        var last = Validity.LastDay(countedFrom, Months);
        if (last is not { } counted || EndsOn is not { } yearly)
            return last;
        var fixedDay = yearly.LastUntil(counted);
        while (fixedDay <= previousEnd || RenewalPeriod.Opening(fixedDay, renewalDays) <= from)
            fixedDay = yearly.In(fixedDay.Year + 1);
        return fixedDay;
    }
}
