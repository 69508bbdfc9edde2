namespace SalesAcademy.Domain.Certificates;

/// <summary>How long a certificate is valid, counted in whole months.</summary>
public static class Validity
{
    /// <summary>
    /// The last valid day; null for ever. Twelve months from 14 March end on 13 March. Where the month of the end has no such day, its last
    /// day is the last valid one, so that nobody loses a day to a short month: twelve months from 29 February end on 28 February.
    /// </summary>
    /// <param name="from">The first valid day.</param>
    /// <param name="months">Months of validity, 1 or more; null for ever.</param>
    public static DateOnly? LastDay(DateOnly from, int? months)
    {
        if (months is not { } whole)
            return null;
        ArgumentOutOfRangeException.ThrowIfLessThan(whole, 1, nameof(months));
        var sameDay = from.AddMonths(whole);
        return sameDay.Day < from.Day ? sameDay : sameDay.AddDays(-1);
    }
}
