using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>By what a question is graded again.</summary>
public enum RegradeWay
{
    /// <summary>By the key as it is published now.</summary>
    NewKey,

    /// <summary>Full marks for everybody who was asked: nobody could have known.</summary>
    FullMarks,
}

/// <summary>Grading a question again in attempts that have ended, after its key was found to be wrong.</summary>
public static class Regrading
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = Contest.LongestReason;

    /// <summary>
    /// The mark that a question has from now on, 0..1. Unless it is asked for no mark falls, since its person relied on what they were told;
    /// and what a person granted in a contest is never taken back.
    /// </summary>
    /// <param name="before">The mark as it stands, 0..1.</param>
    /// <param name="graded">The mark by the new key, or full marks.</param>
    /// <param name="granted">What was granted in a contest, or null.</param>
    /// <param name="mayFall">Whether marks may also fall.</param>
    public static double Mark(double before, double graded, double? granted, bool mayFall) => Math.Max(mayFall ? graded : Math.Max(before, graded), granted ?? 0);

    /// <summary>
    /// Whether a regrade may be applied. Refused with regrade-without-reason, regrade-changed (what would change is no longer what was seen),
    /// regrade-nothing, or regrade-own (a mark of whoever applies it would change).
    /// </summary>
    /// <param name="people">Whose marks change, one entry a mark.</param>
    /// <param name="regrader">Who applies it.</param>
    /// <param name="isAsSeen">Whether what would change is what was seen.</param>
    /// <param name="reason">Why, in words; kept by the caller in an erasable row.</param>
    public static Decision<Done> Apply(IReadOnlyCollection<Guid> people, Guid regrader, bool isAsSeen, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
            return new Refusal("regrade-without-reason", LongestReason);
        if (!isAsSeen)
            return new Refusal("regrade-changed");
        if (people.Count == 0)
            return new Refusal("regrade-nothing");
        return people.Contains(regrader) ? new Refusal("regrade-own") : Done.Value;
    }
}
