namespace SalesAcademy.Domain.Coaching;

/// <summary>How long people wait for coaching and for an answer: amounts, which say nothing of what coaching has changed.</summary>
public static class Coverage
{
    /// <summary>Below so many no median is shown: it would be the figure of a few people.</summary>
    public const int Fewest = 5;

    /// <summary>Whole days since somebody was last coached; for whom never, since they joined. Never below 0.</summary>
    public static int DaysWithout(DateOnly? last, DateOnly joined, DateOnly today) => Math.Max(0, today.DayNumber - (last ?? joined).DayNumber);

    /// <summary>The middle one, or the mean of the middle two; null for fewer than five.</summary>
    public static TimeSpan? Median(IEnumerable<TimeSpan> waits)
    {
        TimeSpan[] sorted = [.. waits.Order()];
        return sorted.Length < Fewest ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
