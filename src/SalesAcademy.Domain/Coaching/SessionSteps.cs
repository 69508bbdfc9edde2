using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Coaching;

/// <summary>How far one rater has come with their card.</summary>
/// <param name="Rater">Who rates.</param>
/// <param name="HasLevels">Whether any level is set.</param>
/// <param name="IsIn">Whether the card is handed in.</param>
public sealed record RaterCard(Guid Rater, bool HasLevels, bool IsIn);

/// <summary>Which step a session may take; whoever comes too late is refused with session-moved-on.</summary>
public static class SessionSteps
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 500;

    /// <summary>A planned session begins.</summary>
    public static Decision<SessionState> Begin(SessionState state) => state == SessionState.Planned ? SessionState.Running : MovedOn;

    /// <summary>
    /// A running session ends. Refuses while the coach's own card is not in (own-card-missing) and, unless they are to be left out, while
    /// somebody who has set levels has not handed in (cards-unfinished, with how many).
    /// </summary>
    public static Decision<SessionState> End(SessionState state, Guid coach, IReadOnlyList<RaterCard> cards, bool leaveOut)
    {
        ArgumentNullException.ThrowIfNull(cards);
        if (state != SessionState.Running)
            return MovedOn;
        if (cards.Any(card => card.Rater == coach && !card.IsIn))
            return new Refusal("own-card-missing");
        return cards.Count(card => card.HasLevels && !card.IsIn) is > 0 and var unfinished && !leaveOut ? new Refusal("cards-unfinished", unfinished) : SessionState.Ended;
    }

    /// <summary>A session that has not ended does not take place: excused by one of the two, or cancelled by the coach. Refuses without a reason (reason-needed) or with one over 500 characters (reason-too-long).</summary>
    public static Decision<SessionState> CallOff(SessionState state, bool excused, string? reason)
    {
        if (state is not (SessionState.Planned or SessionState.Running))
            return MovedOn;
        if (RefusalOf(reason) is { } refused)
            return refused;
        return excused ? SessionState.Excused : SessionState.Cancelled;
    }

    /// <summary>A signed session is opened once more: its summary may be changed and is signed anew, its scorecards stand. Refuses a second time (reopened-already) and without a reason, as calling off does.</summary>
    public static Decision<SessionState> Reopen(SessionState state, bool wasReopened, string? reason)
    {
        if (state != SessionState.Signed)
            return MovedOn;
        if (wasReopened)
            return new Refusal("reopened-already");
        if (RefusalOf(reason) is { } refused)
            return refused;
        return SessionState.Ended;
    }

    internal static Refusal MovedOn { get; } = new("session-moved-on");

    internal static Refusal? RefusalOf(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("reason-needed")
        : reason.Length > LongestReason ? new Refusal("reason-too-long", LongestReason)
        : null;
}
