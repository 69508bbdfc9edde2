namespace SalesAcademy.Domain.Paths;

/// <summary>The days of a learning path.</summary>
public static class PathPlan
{
    /// <summary>The day a path starts: the first working day, or the day of entering the academy where that is later, so that nobody begins overdue.</summary>
    public static DateOnly StartOf(DateOnly hiredOn, DateOnly joinedOn) => hiredOn > joinedOn ? hiredOn : joinedOn;

    /// <summary>The last day on which a step is in time. Day 1 is the start date.</summary>
    /// <param name="startsOn">The start date.</param>
    /// <param name="day">The step's day, from 1.</param>
    public static DateOnly DueOn(DateOnly startsOn, int day) =>
        day >= 1 ? startsOn.AddDays(day - 1) : throw new ArgumentOutOfRangeException(nameof(day), day, "Days of a path count from 1");

    /// <summary>The Sunday that ends the week of a day.</summary>
    public static DateOnly EndOfWeek(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);
}
