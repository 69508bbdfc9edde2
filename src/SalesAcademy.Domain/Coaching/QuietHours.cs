namespace SalesAcademy.Domain.Coaching;

/// <summary>Hours of somebody's own day in which nothing rings, and whole days; the rest are working hours. All moments are of that person's clock.</summary>
/// <param name="From">When they begin; the same as Until where there are none.</param>
/// <param name="Until">When they end, often on the next day.</param>
/// <param name="FreeDays">Days that are quiet as a whole; never all seven.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly Until, IReadOnlyList<DayOfWeek> FreeDays)
{
    private const int MostDays = 60;

    /// <summary>No hour is quiet.</summary>
    public static QuietHours None { get; } = new(TimeOnly.MinValue, TimeOnly.MinValue, []);

    /// <summary>Whether nothing rings at that moment.</summary>
    public bool IsQuiet(DateTime local) => FreeDays.Contains(local.DayOfWeek) || TimeOnly.FromDateTime(local).IsBetween(From, Until);

    /// <summary>When the quiet of that moment ends; the moment itself in a working hour.</summary>
    public DateTime Ends(DateTime local)
    {
        // A quiet evening, free days and the morning after them follow one another.
        for (var steps = 0; IsQuiet(local) && steps < 2 * MostDays; steps++)
            local = FreeDays.Contains(local.DayOfWeek) ? local.Date.AddDays(1)
                : local.Date.Add(Until.ToTimeSpan()) is var end && end > local ? end
                : local.Date.AddDays(1).Add(Until.ToTimeSpan()) is var next && FreeDays.Contains(next.DayOfWeek) ? local.Date.AddDays(1) : next;
        return local;
    }

    /// <summary>The working time between two moments; of more than sixty days, that of the last sixty.</summary>
    public TimeSpan Worked(DateTime from, DateTime until)
    {
        var worked = TimeSpan.Zero;
        for (var at = from > until.AddDays(-MostDays) ? from : until.AddDays(-MostDays); at < until;)
            if (IsQuiet(at))
                at = Ends(at);
            else
            {
                var rest = RestAfter(at);
                var end = rest < until ? rest : until;
                worked += end - at;
                at = end;
            }
        return worked;
    }

    private DateTime RestAfter(DateTime local) =>
        local.Date.Add(From.ToTimeSpan()) is var today && From != Until && today > local ? today : local.Date.AddDays(1);
}
