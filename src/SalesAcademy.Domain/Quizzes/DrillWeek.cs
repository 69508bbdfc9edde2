namespace SalesAcademy.Domain.Quizzes;

/// <summary>
/// The working week of a seller's drill: a goal of some days instead of a daily streak. A day that was missed can be made up the day after
/// by a second set, and a week below the goal costs nothing; the next one begins at nought for everybody.
/// </summary>
/// <param name="Days">The days from Monday to Friday.</param>
/// <param name="Goal">Days of this week that reach the goal; 0 when no day asks anything.</param>
public sealed record DrillWeek(IReadOnlyList<DrillWeekDay> Days, int Goal)
{
    /// <summary>
    /// The goal of a week of five working days. A goal that leaves slack, to be used at a small price, is kept better than one without
    /// (Sharif and Shu 2017, Journal of Marketing Research 54, 495), and a missed day hardly slows a habit (Lally et al. 2010, European
    /// Journal of Social Psychology 40, 998): three of five leave two.
    /// </summary>
    public const int GoalOfFive = 3;

    private const int WorkingDays = 5;

    /// <summary>Days with a finished drill, made up ones included.</summary>
    public int Done => Days.Count(day => day.IsDone);

    /// <summary>Whether the goal is reached.</summary>
    public bool IsReached => Goal > 0 && Done >= Goal;

    /// <summary>Whether the goal can still be reached, with a day made up if that is offered.</summary>
    public bool IsWithinReach => Done + Days.Count(day => day.Standing is DrillStanding.Today or DrillStanding.Possible) + (MissedYesterday is null ? 0 : 1) >= Goal;

    /// <summary>The missed day that a second set of today makes up: yesterday, while the goal is not reached and today asks questions; otherwise null.</summary>
    public DateOnly? MissedYesterday { get; private init; }

    /// <summary>Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>
    /// The week as of today. The goal is three fifths of the days that ask something, rounded up: days off, days before the first at work
    /// and days on which nothing was due do not count against anybody.
    /// </summary>
    /// <param name="today">Today.</param>
    /// <param name="portion">Answers that finish a day although more was asked: the portion of a usual day, so that a first month that asks for more has the same goal.</param>
    /// <param name="days">Monday to Friday in order.</param>
    public static DrillWeek Of(DateOnly today, int portion, IReadOnlyList<DrillWorkday> days)
    {
        DrillWeekDay[] stood = [.. days.Select((day, i) => new DrillWeekDay(day.Day, Standing(day, i + 1 < days.Count ? days[i + 1].Second : DrillSet.None)))];
        var asking = stood.Count(day => day.Standing != DrillStanding.Free);
        var week = new DrillWeek(stood, ((asking * GoalOfFive) + WorkingDays - 1) / WorkingDays);
        var asksToday = days.Any(day => day.Day == today && day.Asks);
        var yesterday = stood.FirstOrDefault(day => day.Day == today.AddDays(-1) && day.Standing == DrillStanding.Missed);
        return week with { MissedYesterday = asksToday && !week.IsReached ? yesterday?.Day : null };

        DrillStanding Standing(DrillWorkday day, DrillSet secondOfTheNext) =>
            day.Own.IsFinished(portion) ? DrillStanding.Done
            : secondOfTheNext.IsFinished(portion) ? DrillStanding.MadeUp
            : !day.Asks ? DrillStanding.Free
            : day.Day > today ? DrillStanding.Possible
            : day.Day == today ? DrillStanding.Today
            : DrillStanding.Missed;
    }
}

/// <summary>What is known of a working day before it is judged.</summary>
/// <param name="Day">The day.</param>
/// <param name="Asks">Whether the seller works and questions were due that day; of a day to come, whether the seller works.</param>
/// <param name="Own">The day's own questions.</param>
/// <param name="Second">The further questions of that day, which make up for the day before.</param>
public sealed record DrillWorkday(DateOnly Day, bool Asks, DrillSet Own, DrillSet Second);

/// <summary>Questions drawn together.</summary>
/// <param name="Asked">How many.</param>
/// <param name="Answered">How many of them are answered.</param>
public sealed record DrillSet(int Asked, int Answered)
{
    /// <summary>Nothing was drawn.</summary>
    public static DrillSet None { get; } = new(0, 0);

    /// <summary>Whether everything is answered, or as much as a usual day asks.</summary>
    public bool IsFinished(int portion) => Answered > 0 && Answered >= Math.Min(Asked, portion);
}

/// <summary>A day of the week and how it stands.</summary>
public sealed record DrillWeekDay(DateOnly Day, DrillStanding Standing)
{
    /// <summary>Whether it counts for the goal.</summary>
    public bool IsDone => Standing is DrillStanding.Done or DrillStanding.MadeUp;
}

/// <summary>How a day stands.</summary>
public enum DrillStanding
{
    /// <summary>Nothing was asked: a day off, or nothing due.</summary>
    Free,

    /// <summary>Its drill is finished.</summary>
    Done,

    /// <summary>It was missed, and a second set of the day after made up for it.</summary>
    MadeUp,

    /// <summary>It is today, and the drill waits.</summary>
    Today,

    /// <summary>It is still to come.</summary>
    Possible,

    /// <summary>It went by without a finished drill.</summary>
    Missed,
}
