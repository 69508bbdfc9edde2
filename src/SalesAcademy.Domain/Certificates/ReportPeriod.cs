namespace SalesAcademy.Domain.Certificates;

/// <summary>Days of a report that move on with the day it is read on.</summary>
public enum ReportPeriod
{
    /// <summary>The day itself.</summary>
    Today,

    /// <summary>The day before.</summary>
    Yesterday,

    /// <summary>The last week that is over, Monday to Sunday.</summary>
    LastWeek,

    /// <summary>The last month that is over.</summary>
    LastMonth,

    /// <summary>The last quarter of a calendar year that is over.</summary>
    LastQuarter,

    /// <summary>The last calendar year that is over.</summary>
    LastYear,
}

/// <summary>Which days a period is.</summary>
public static class ReportPeriods
{
    private const int Week = 7;
    private const int MonthsOfAQuarter = 3;

    /// <summary>The first and the last day of the period, as of a day. Weeks begin on Monday; the last one, month, quarter or year is that which is over.</summary>
    public static (DateOnly First, DateOnly Last) On(this ReportPeriod period, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return period switch
        {
            ReportPeriod.Today => (today, today),
            ReportPeriod.Yesterday => (today.AddDays(-1), today.AddDays(-1)),
            ReportPeriod.LastWeek => Before(today.AddDays(-(((int)today.DayOfWeek + Week - (int)DayOfWeek.Monday) % Week)), start => start.AddDays(-Week)),
            ReportPeriod.LastMonth => Before(month, start => start.AddMonths(-1)),
            ReportPeriod.LastQuarter => Before(month.AddMonths(-((today.Month - 1) % MonthsOfAQuarter)), start => start.AddMonths(-MonthsOfAQuarter)),
            _ => Before(new DateOnly(today.Year, 1, 1), start => start.AddYears(-1)),
        };
    }

    private static (DateOnly First, DateOnly Last) Before(DateOnly start, Func<DateOnly, DateOnly> back) => (back(start), start.AddDays(-1));
}
