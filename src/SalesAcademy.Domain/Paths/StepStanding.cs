namespace SalesAcademy.Domain.Paths;

/// <summary>How far a person is with a step of their path.</summary>
public enum StepState
{
    /// <summary>Done, for good.</summary>
    Done,

    /// <summary>Begun.</summary>
    InProgress,

    /// <summary>Can be begun.</summary>
    Open,

    /// <summary>Something else comes first.</summary>
    Locked,
}

/// <summary>Where a step of a path stands on a day.</summary>
/// <param name="State">How far.</param>
/// <param name="DaysLeft">Days from the day asked about to the due day; below 0 it is over.</param>
public sealed record StepStanding(StepState State, int DaysLeft)
{
    private const int Soon = 2;

    /// <summary>Not done, and its due day is over where the person is. The due day itself is in time.</summary>
    public bool IsOverdue => State != StepState.Done && DaysLeft < 0;

    /// <summary>Not done, and due today or within two days.</summary>
    public bool IsDueSoon => State != StepState.Done && DaysLeft is >= 0 and <= Soon;

    /// <summary>Judges a step. Done outranks everything, so that what was done before it was opened stays done; what is not open waits, even if it was begun before the path.</summary>
    /// <param name="dueOn">Its due day.</param>
    /// <param name="done">Whether it was done.</param>
    /// <param name="begun">Whether it was begun.</param>
    /// <param name="opened">Whether all that comes first is done.</param>
    /// <param name="today">The person's local day.</param>
    public static StepStanding Of(DateOnly dueOn, bool done, bool begun, bool opened, DateOnly today) =>
        new(done ? StepState.Done : !opened ? StepState.Locked : begun ? StepState.InProgress : StepState.Open, dueOn.DayNumber - today.DayNumber);
}
