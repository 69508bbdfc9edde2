namespace SalesAcademy.Domain.Leads;

/// <summary>Monday to Friday; public holidays are not known here, so that a deadline may fall on one.</summary>
public static class Workdays
{
    /// <summary>Whether it is one.</summary>
    public static bool Is(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day so many working days after another, which itself does not count.</summary>
    public static DateOnly After(DateOnly day, int days)
    {
        for (var left = days; left > 0; left -= Is(day) ? 1 : 0)
            day = day.AddDays(1);
        return day;
    }
}
