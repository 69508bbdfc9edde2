using SalesAcademy.Domain.People;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>When sellers are at work, on their own clock; section Academy:WorkingHours of the configuration. Without it every hour is.</summary>
internal sealed record WorkingHours
{
    public TimeOnly From { get; init; } = TimeOnly.MinValue;

    /// <summary>The end of the day; midnight is its end, not its start.</summary>
    public TimeOnly Until { get; init; } = TimeOnly.MinValue;

    public IReadOnlyList<DayOfWeek> Days { get; init; } = Enum.GetValues<DayOfWeek>();

    /// <summary>Whether every hour of every day is one of work.</summary>
    public bool IsAlways => From == Until && Days.Count == 7;

    /// <summary>When somebody is at work again; null for somebody at work.</summary>
    public DateTimeOffset? Back(DateTime now, TimeZoneInfo zone, IReadOnlyList<DaysAway> leaves)
    {
        var at = TimeZoneInfo.ConvertTimeFromUtc(now, zone);
        var start = at;
        // Leave and free days follow one another at most so often; whoever is away longer is looked at again then.
        for (var steps = 0; steps < 400; steps++)
        {
            var day = DateOnly.FromDateTime(at);
            if (leaves.Cast<DaysAway?>().FirstOrDefault(l => l!.Value.From <= day && day <= l.Value.Until) is { } leave)
                at = leave.Until.AddDays(1).ToDateTime(From);
            else if (!Days.Contains(day.DayOfWeek) || HasEnded(at))
                at = day.AddDays(1).ToDateTime(From);
            else if (TimeOnly.FromDateTime(at) < From)
                at = day.ToDateTime(From);
            else
                break;
        }

        return at == start ? null : new DateTimeOffset(at, zone.GetUtcOffset(at));
    }

    /// <summary>When somebody at work goes away next: at the end of the day, before a free day, or into leave; null when nothing is ahead.</summary>
    public DateTimeOffset? Off(DateTime now, TimeZoneInfo zone, IReadOnlyList<DaysAway> leaves)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, zone);
        var today = DateOnly.FromDateTime(local);
        var ends = leaves.Where(leave => leave.From > today).Select(leave => leave.From.ToDateTime(TimeOnly.MinValue)).ToList();
        if (Until != TimeOnly.MinValue)
            ends.Add(today.ToDateTime(Until));
        else if (From != TimeOnly.MinValue || Days.Distinct().Count() < 7)
            ends.Add(today.AddDays(1).ToDateTime(TimeOnly.MinValue));
        if (ends.Count == 0)
            return null;
        var first = ends.Min();
        while (zone.IsInvalidTime(first)) // clocks go forward over it
            first = first.AddMinutes(15);
        return new DateTimeOffset(first, zone.IsAmbiguousTime(first) ? zone.GetAmbiguousTimeOffsets(first).Max() : zone.GetUtcOffset(first));
    }

    private bool HasEnded(DateTime local) => Until != TimeOnly.MinValue && TimeOnly.FromDateTime(local) >= Until;
}
