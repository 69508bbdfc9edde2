using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Coaching;

/// <summary>A session as a coach plans it.</summary>
public sealed record SessionPlan
{
    /// <summary>The shortest session, in minutes.</summary>
    public const int Shortest = 5;

    /// <summary>The longest session, in minutes: a ride-along of a whole day.</summary>
    public const int Longest = 600;

    /// <summary>Raters beside the coach.</summary>
    public const int MostRaters = 5;

    /// <summary>How many years ahead a session may lie, and what is agreed in it be due.</summary>
    public const int YearsAhead = 2;

    /// <summary>The longest place or link, in characters.</summary>
    public const int LongestPlace = 300;

    /// <summary>The longest agenda, in characters.</summary>
    public const int LongestAgenda = 4000;

    /// <summary>What they meet for.</summary>
    public required SessionKind Kind { get; init; }

    /// <summary>Who is coached.</summary>
    public required Guid Seller { get; init; }

    /// <summary>Who coaches.</summary>
    public required Guid Coach { get; init; }

    /// <summary>Who rates beside the coach.</summary>
    public IReadOnlyList<Guid> Raters { get; init; } = [];

    /// <summary>The day by the coach's own clock.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The time by the coach's own clock.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>How long it takes, 5 to 600.</summary>
    public required int Minutes { get; init; }

    /// <summary>Where they meet, or a link; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>The https address of the recorded call; only of a call review.</summary>
    public string? Call { get; init; }

    /// <summary>Where to begin listening, in seconds.</summary>
    public int? From { get; init; }

    /// <summary>Where to stop, in seconds.</summary>
    public int? Until { get; init; }

    /// <summary>What is rated by; only a one-to-one may do without.</summary>
    public string? Rubric { get; init; }

    /// <summary>What they want to speak about.</summary>
    public string Agenda { get; init; } = "";

    /// <summary>
    /// The plan, tidied. Refuses a missing day or time (time-needed), a day that is over (day-past) or more than two years ahead (day-far),
    /// a length out of bounds (minutes-off), a review without an https address of its call (call-needed), with a span that ends before it
    /// begins (span-off) or lies beyond what a recording holds (span-far), any other kind
    /// without a rubric (rubric-needed), raters where nothing is rated (raters-idle), the seller among the raters (self-rating), more than
    /// five of them (raters-too-many), and a place or agenda that is too long (plan-too-long).
    /// </summary>
    public static Decision<SessionPlan> Decide(SessionPlan wish, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(wish);
        Guid[] raters = [.. wish.Raters.Distinct().Where(rater => rater != wish.Coach)];
        if (RefusalOfTime(wish.Day, wish.At, wish.Minutes, today) is { } refused)
            return refused;
        if (wish.Kind == SessionKind.CallReview && !IsSafe(wish.Call))
            return new Refusal("call-needed");
        if (wish.Kind == SessionKind.CallReview && (wish.From ?? 0) >= (wish.Until ?? int.MaxValue))
            return new Refusal("span-off");
        if (wish.Kind == SessionKind.CallReview && Math.Max(wish.From ?? 0, wish.Until ?? 0) > MomentSpan.LongestCall)
            return new Refusal("span-far", MomentSpan.LongestCall / 3600);
        if (wish.Rubric is null && wish.Kind != SessionKind.OneToOne)
            return new Refusal("rubric-needed");
        if (wish.Rubric is null && raters.Length > 0)
            return new Refusal("raters-idle");
        if (raters.Contains(wish.Seller))
            return new Refusal("self-rating");
        if (raters.Length > MostRaters)
            return new Refusal("raters-too-many", MostRaters);
        if (wish.Place.Length > LongestPlace || wish.Agenda.Length > LongestAgenda)
            return new Refusal("plan-too-long", LongestPlace, LongestAgenda);
        var isReview = wish.Kind == SessionKind.CallReview;
        return wish with
        {
            Raters = raters,
            Place = wish.Place.Trim(),
            Agenda = wish.Agenda.Trim(),
            Call = isReview ? wish.Call : null,
            From = isReview ? wish.From : null,
            Until = isReview ? wish.Until : null,
        };
    }

    /// <summary>Why a session cannot be at this time; null where it can.</summary>
    public static Refusal? RefusalOfTime(DateOnly? day, TimeOnly? at, int minutes, DateOnly today) =>
        day is null || at is null ? new Refusal("time-needed")
        : day < today ? new Refusal("day-past")
        : day > today.AddYears(YearsAhead) ? new Refusal("day-far", YearsAhead)
        : minutes is < Shortest or > Longest ? new Refusal("minutes-off", Shortest, Longest)
        : null;

    private static bool IsSafe(string? address) => address is { Length: <= 1000 } && Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttps;
}
