namespace SalesAcademy.Domain.Coaching;

/// <summary>What a coach and a seller meet for.</summary>
public enum SessionKind
{
    /// <summary>The seller sells to somebody who plays the buyer.</summary>
    RolePlay,

    /// <summary>The coach comes along to a real conversation.</summary>
    RideAlong,

    /// <summary>Both listen to a recorded call.</summary>
    CallReview,

    /// <summary>A talk between the two; it need not be rated.</summary>
    OneToOne,
}

/// <summary>How far a session has come.</summary>
public enum SessionState
{
    /// <summary>It has a time and has not begun.</summary>
    Planned,

    /// <summary>It is going on: levels and comments come in.</summary>
    Running,

    /// <summary>It is over; the summary waits for two signatures.</summary>
    Ended,

    /// <summary>Both have signed.</summary>
    Signed,

    /// <summary>It did not take place, and one of the two had a reason.</summary>
    Excused,

    /// <summary>The coach called it off.</summary>
    Cancelled,
}
