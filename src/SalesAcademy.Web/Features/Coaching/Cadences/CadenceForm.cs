namespace SalesAcademy.Web.Features.Coaching.Cadences;

/// <summary>What a coach fills in to set a cadence.</summary>
internal sealed record CadenceForm
{
    /// <summary>A team or a person of it.</summary>
    public Guid With { get; init; }

    public int Weeks { get; init; } = 2;

    public DayOfWeek? Weekday { get; init; }

    public TimeOnly? At { get; init; }

    public int Minutes { get; init; } = 30;

    public string? Place { get; init; }

    public string? Agenda { get; init; }

    /// <summary>What the form begins with.</summary>
    public static CadenceForm Usual(string agenda) => new() { Weekday = DayOfWeek.Tuesday, At = new TimeOnly(10, 0), Agenda = agenda };

    public static CadenceForm Of(CadenceRow cadence) => new()
    {
        With = cadence.With,
        Weeks = cadence.Weeks,
        Weekday = cadence.First.DayOfWeek,
        At = cadence.At,
        Minutes = cadence.Minutes,
        Place = cadence.Place,
        Agenda = cadence.Agenda,
    };
}
