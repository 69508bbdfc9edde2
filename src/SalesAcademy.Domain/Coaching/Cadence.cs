using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Coaching;

/// <summary>How often a coach meets somebody: every so many weeks on one weekday, at one time of the coach's own clock.</summary>
/// <param name="First">The first day; its weekday is that of all.</param>
/// <param name="Weeks">How many weeks lie between two, 1 to 12.</param>
/// <param name="At">When, on the coach's clock.</param>
/// <param name="Minutes">How long, 5 to 600.</param>
public sealed record Cadence(DateOnly First, int Weeks, TimeOnly At, int Minutes)
{
    /// <summary>The longest time between two, in weeks.</summary>
    public const int MostWeeks = 12;

    private const int Week = 7;

    /// <summary>
    /// The cadence from the first such weekday after today on. Refuses weeks out of bounds (weeks-off), a missing weekday or time (time-needed)
    /// and a length out of bounds (minutes-off).
    /// </summary>
    public static Decision<Cadence> Decide(int weeks, DayOfWeek? weekday, TimeOnly? at, int minutes, DateOnly today)
    {
        if (weeks is < 1 or > MostWeeks)
            return new Refusal("weeks-off", MostWeeks);
        if (weekday is null or < DayOfWeek.Sunday or > DayOfWeek.Saturday || at is null)
            return new Refusal("time-needed");
        if (minutes is < SessionPlan.Shortest or > SessionPlan.Longest)
            return new Refusal("minutes-off", SessionPlan.Shortest, SessionPlan.Longest);
        var tomorrow = today.AddDays(1);
        return new Cadence(tomorrow.AddDays(((int)weekday - (int)tomorrow.DayOfWeek + Week) % Week), weeks, at.Value, minutes);
    }

    /// <summary>
    /// The same meetings by another rule. With the weekday and the weeks as they were they stay on their days; otherwise the next one takes place in the week it
    /// was due in, on the new weekday, or where that day is over, once after it.
    /// </summary>
    public Cadence ChangedTo(Cadence other, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(other);
        var weekday = other.First.DayOfWeek;
        if (other.Weeks == Weeks && weekday == First.DayOfWeek)
            return other with { First = First };
        var next = NextFrom(today.AddDays(1));
        var changed = next.AddDays(FromMonday(weekday) - FromMonday(next.DayOfWeek));
        return other with { First = changed > today ? changed : changed.AddDays(other.Weeks * Week) };
    }

    /// <summary>The first occurrence on that day or later.</summary>
    public DateOnly NextFrom(DateOnly day)
    {
        var (between, gone) = (Weeks * Week, day.DayNumber - First.DayNumber);
        return gone <= 0 ? First : First.AddDays((gone + between - 1) / between * between);
    }

    /// <summary>
    /// The days on which an occurrence can take place, the best first: its own, and where one of the two is away then or the coach has no time left,
    /// the next that both are here and that is no free day. None comes after the next occurrence, which makes up for it.
    /// </summary>
    /// <param name="due">The day it is due.</param>
    /// <param name="away">Days of either away, both ends included.</param>
    /// <param name="freeDays">Weekdays to which nothing is moved.</param>
    public IEnumerable<DateOnly> DaysFor(DateOnly due, IReadOnlyCollection<(DateOnly From, DateOnly Until)> away, IReadOnlyCollection<DayOfWeek> freeDays) =>
        Enumerable.Range(0, Weeks * Week).Select(due.AddDays)
            .Where(day => (day == due || !freeDays.Contains(day.DayOfWeek)) && !away.Any(leave => leave.From <= day && day <= leave.Until));

    /// <summary>The times of a day at which the coach can meet one after another: the first is the cadence's own, the last is over before the day or its quiet hours begin.</summary>
    public IEnumerable<TimeOnly> TimesOn(DateOnly day, QuietHours quiet)
    {
        ArgumentNullException.ThrowIfNull(quiet);
        yield return At;
        for (var begins = day.ToDateTime(At).AddMinutes(Minutes); DateOnly.FromDateTime(begins.AddMinutes(Minutes)) == day; begins = begins.AddMinutes(Minutes))
        {
            if (quiet.IsQuiet(begins) || quiet.IsQuiet(begins.AddMinutes(Minutes - 1)))
                yield break;
            yield return TimeOnly.FromDateTime(begins);
        }
    }

    private static int FromMonday(DayOfWeek day) => ((int)day + Week - (int)DayOfWeek.Monday) % Week;
}
