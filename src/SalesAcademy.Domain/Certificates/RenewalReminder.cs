namespace SalesAcademy.Domain.Certificates;

/// <summary>When the holder of a certificate that ends is reminded by itself.</summary>
public static class RenewalReminder
{
    /// <summary>
    /// The day whose reminder is due; null when none is. Of several days that were missed only the latest counts, and a reminder given since
    /// then, by whomever, serves: nobody hears the same twice, and nothing is missed because the academy was not running that day. The day after
    /// the end is always one, for as long as the shorter way back is open.
    /// </summary>
    /// <param name="until">The last valid day.</param>
    /// <param name="graceDays">Days after it in which the renewal is enough.</param>
    /// <param name="daysBefore">Days before the end on which to remind.</param>
    /// <param name="issued">The first valid day: what lay before it reminds of nothing.</param>
    /// <param name="last">The day of the last reminder of this certification; null when there was none.</param>
    /// <param name="today">The organisation's day.</param>
    public static DateOnly? DueOn(DateOnly until, int graceDays, IEnumerable<int> daysBefore, DateOnly issued, DateOnly? last, DateOnly today)
    {
        if (today > until.AddDays(Math.Max(graceDays, 1)))
            return null;
        var passed = daysBefore.Select(days => until.AddDays(-days)).Append(until.AddDays(1)).Where(day => day > issued && day <= today).DefaultIfEmpty(DateOnly.MinValue).Max();
        return passed == DateOnly.MinValue || last >= passed ? null : passed;
    }
}
