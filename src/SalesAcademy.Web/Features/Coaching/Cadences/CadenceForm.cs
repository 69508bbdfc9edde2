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
}
