using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>
/// A mark that its person contests: raised once for a question, with a reason, and decided by a person, with a reason. Deciding can only
/// raise the mark, so nobody risks anything by asking.
/// </summary>
public static class Contest
{
    /// <summary>How long after the end of an attempt its marks may be contested.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 1000;

    /// <summary>
    /// Whether a mark may be contested. Refused with contest-full (nothing is left to gain), contest-late (with the days of the window),
    /// contest-again, or contest-without-reason.
    /// </summary>
    /// <param name="score">The score of the question, 0..1.</param>
    /// <param name="ended">When its attempt ended.</param>
    /// <param name="isContested">Whether it has been contested before.</param>
    /// <param name="reason">Why, in words; kept by the caller in an erasable row.</param>
    /// <param name="now">The instant.</param>
    public static Decision<Done> Raise(double score, DateTime ended, bool isContested, string reason, DateTime now)
    {
        if (isContested)
            return new Refusal("contest-again");
        if (score >= 1)
            return new Refusal("contest-full");
        if (now > ended + Window)
            return new Refusal("contest-late", (long)Window.TotalDays);
        return IsReason(reason) ? Done.Value : new Refusal("contest-without-reason", LongestReason);
    }

    /// <summary>
    /// The score that the question has from now on. Refused with contest-own, contest-decided, contest-without-reason, or
    /// contest-score (granted without a higher mark than before, at most 1).
    /// </summary>
    /// <param name="person">Whose mark it is.</param>
    /// <param name="decider">Who decides.</param>
    /// <param name="isDecided">Whether it was decided before.</param>
    /// <param name="before">The score as it stands, 0..1.</param>
    /// <param name="granted">The score granted, or null when the mark stands.</param>
    /// <param name="reason">Why, in words; kept by the caller in an erasable row.</param>
    public static Decision<double> Decide(Guid person, Guid decider, bool isDecided, double before, double? granted, string reason)
    {
        if (person == decider)
            return new Refusal("contest-own");
        if (isDecided)
            return new Refusal("contest-decided");
        if (!IsReason(reason))
            return new Refusal("contest-without-reason", LongestReason);
        return granted is { } score && !(score > before && score <= 1) ? new Refusal("contest-score") : granted ?? before;
    }

    private static bool IsReason(string reason) => !string.IsNullOrWhiteSpace(reason) && reason.Length <= LongestReason;
}
