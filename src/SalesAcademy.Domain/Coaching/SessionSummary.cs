using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Coaching;

/// <summary>What two people take away from a session.</summary>
/// <param name="WentWell">What went well.</param>
/// <param name="ToTry">What to try next.</param>
public sealed record SessionSummary(string WentWell, string ToTry)
{
    /// <summary>The longest part, in characters.</summary>
    public const int LongestPart = 4000;

    /// <summary>
    /// The coach's words over the edition they have seen. Refused before the end and once both have signed (session-moved-on), over another
    /// edition (summary-changed), without any words (summary-empty), and over 4000 characters (summary-too-long).
    /// </summary>
    public static Decision<SessionSummary> Write(SessionState state, int edition, int seen, string? wentWell, string? toTry)
    {
        if (state != SessionState.Ended)
            return SessionSteps.MovedOn;
        if (edition != seen)
            return new Refusal("summary-changed");
        if (string.IsNullOrWhiteSpace(wentWell) && string.IsNullOrWhiteSpace(toTry))
            return new Refusal("summary-empty");
        return (wentWell?.Length ?? 0) > LongestPart || (toTry?.Length ?? 0) > LongestPart
            ? new Refusal("summary-too-long", LongestPart)
            : new SessionSummary((wentWell ?? "").Trim(), (toTry ?? "").Trim());
    }

    /// <summary>
    /// One of the two signs the edition they have seen, or refuses to in words; yields whether both have signed now. Refused before there is
    /// a summary (summary-missing), over another edition (summary-changed), twice (signed-already), and for a refusal without words
    /// (reason-needed) or with more than 500 characters (reason-too-long).
    /// </summary>
    /// <param name="state">How far the session has come.</param>
    /// <param name="edition">The edition of the summary; 0 before there is one.</param>
    /// <param name="seen">The edition that was read.</param>
    /// <param name="signed">Who has signed this edition.</param>
    /// <param name="signer">Who signs, or refuses to.</param>
    /// <param name="agrees">Whether they sign.</param>
    /// <param name="words">What they say beside it.</param>
    public static Decision<bool> Sign(SessionState state, int edition, int seen, IReadOnlyCollection<Guid> signed, Guid signer, bool agrees, string? words)
    {
        ArgumentNullException.ThrowIfNull(signed);
        if (state != SessionState.Ended)
            return SessionSteps.MovedOn;
        if (edition == 0)
            return new Refusal("summary-missing");
        if (edition != seen)
            return new Refusal("summary-changed");
        if (signed.Contains(signer))
            return new Refusal("signed-already");
        if (!agrees && SessionSteps.RefusalOf(words) is { } refused)
            return refused;
        return agrees && signed.Append(signer).Distinct().Count() == 2;
    }
}
