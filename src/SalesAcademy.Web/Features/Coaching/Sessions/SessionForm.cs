using SalesAcademy.Domain.Coaching;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>What a coach fills in to plan a session.</summary>
internal sealed record SessionForm
{
    public Guid Person { get; init; }

    public SessionKind Kind { get; init; } = SessionKind.OneToOne;

    public DateOnly? Day { get; init; }

    public TimeOnly? At { get; init; }

    public int Minutes { get; init; } = 30;

    public string? Place { get; init; }

    public string? Call { get; init; }

    /// <summary>m:ss or seconds.</summary>
    public string? From { get; init; }

    public string? Until { get; init; }

    public string? Rubric { get; init; }

    public string? Agenda { get; init; }

    public Guid[] Raters { get; init; } = [];

    /// <summary>The ends of the part of a call, where one is reviewed.</summary>
    public IEnumerable<(string Field, string? Written)> Span => Kind == SessionKind.CallReview ? [(nameof(From), From), (nameof(Until), Until)] : [];

    /// <summary>Which field a refused plan is about; empty for the whole.</summary>
    public string FieldOf(string refusal) => refusal switch
    {
        "time-needed" => Day is null ? nameof(Day) : nameof(At),
        "day-past" or "day-far" => nameof(Day),
        "minutes-off" => nameof(Minutes),
        "call-needed" => nameof(Call),
        "span-off" or "span-far" => nameof(Until),
        "rubric-needed" => nameof(Rubric),
        _ => "",
    };

    public SessionPlan PlanOf(Guid coach) => new()
    {
        Kind = Kind,
        Seller = Person,
        Coach = coach,
        Raters = Raters,
        Day = Day,
        At = At,
        Minutes = Minutes,
        Place = Place ?? "",
        Call = Call?.Trim(),
        From = SessionTime.Seconds(From),
        Until = SessionTime.Seconds(Until),
        Rubric = string.IsNullOrEmpty(Rubric) ? null : Rubric,
        Agenda = Agenda ?? "",
    };
}

/// <summary>When and where as their fields show it, by the clock of whoever fills them in.</summary>
/// <param name="Today">Their day.</param>
/// <param name="Instant">What the day and the time say.</param>
/// <param name="IsWrong">Whether a field was refused.</param>
internal sealed record TimeFields(string? Day, string? At, string? Minutes, string? Place, DateOnly Today, DateTime Instant, Func<string, bool> IsWrong)
{
    public string? Wrong(string field) => IsWrong(field) ? "true" : null;
}

/// <summary>Another time or place for a planned session.</summary>
internal sealed record MoveForm(DateOnly? Day, TimeOnly? At, int Minutes, string? Place);

/// <summary>Levels and words by row, as a rater's page sends them: one at a time where scripts run, all at once where they do not.</summary>
internal sealed record MarksForm
{
    public Dictionary<string, int?> Levels { get; init; } = [];

    public Dictionary<string, string?> Comments { get; init; } = [];

    /// <summary>Whether the card is handed in with it.</summary>
    public bool IsDone { get; init; }
}

/// <summary>The summary as the coach writes it, over the edition they have seen.</summary>
internal sealed record SummaryForm(string? WentWell, string? ToTry, int Edition);

/// <summary>An action item to be agreed.</summary>
internal sealed record ItemForm(string? Text, Guid Owner, DateOnly? DueOn);
