namespace SalesAcademy.Domain.Coaching;

/// <summary>How the academy coaches: when a note without an answer is brought up again, and when nobody is disturbed.</summary>
public sealed record CoachingPolicy
{
    /// <summary>Of an academy that has written none: nothing is brought up, and no hour is quiet.</summary>
    public static CoachingPolicy None { get; } = new();

    /// <summary>The number the author gave it; 0 when there is none.</summary>
    public int Version { get; init; }

    /// <summary>Working hours of the receiver after which a note that is not acknowledged is brought up to them, once; 0 for never.</summary>
    public int RemindAfter { get; init; }

    /// <summary>Working hours after which its author is told, once; 0 for never, else more than RemindAfter.</summary>
    public int TellAuthorAfter { get; init; }

    /// <summary>Hours that lie at least between two letters about unread notes; 0 for no letters.</summary>
    public int DigestEvery { get; init; }

    /// <summary>When nothing rings.</summary>
    public QuietHours Quiet { get; init; } = QuietHours.None;

    /// <summary>Who may read notes written from now on, beside the two.</summary>
    public NoteReaders Readers { get; init; }

    /// <summary>The longest focus time somebody may take at once, in hours.</summary>
    public int LongestFocus { get; init; } = 4;
}
