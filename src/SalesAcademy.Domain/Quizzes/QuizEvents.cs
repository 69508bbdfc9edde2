using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>What an attempt is for.</summary>
public enum AttemptKind
{
    /// <summary>The check that ends a lesson.</summary>
    Check,

    /// <summary>A certification quiz: feedback waits, coaching notes are held.</summary>
    Certification,

    /// <summary>Practice: never counts.</summary>
    Practice,

    /// <summary>The few questions due today.</summary>
    Drill,
}

/// <summary>A person began an attempt.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Course">The course of the quiz; empty for a drill.</param>
/// <param name="Quiz">The quiz; empty for a drill.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="ContentHash">The catalogue it is taken under.</param>
public sealed record AttemptStarted(Guid Subject, Guid Attempt, string Course, string Quiz, AttemptKind Kind, string ContentHash) : IEvent, IUnderContent;

/// <summary>An attempt was submitted, or closed at its deadline, and graded; said once per attempt.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Course">The course of the quiz; empty for a drill.</param>
/// <param name="Quiz">The quiz; empty for a drill.</param>
/// <param name="Kind">What it was for.</param>
/// <param name="Score">Points over points possible, 0..1.</param>
/// <param name="Passed">Whether the pass mark was reached; the boundary passes.</param>
/// <param name="Answers">The graded families, in ordinal id order.</param>
/// <param name="ContentHash">The catalogue it was taken under.</param>
public sealed record AttemptGraded(
    Guid Subject, Guid Attempt, string Course, string Quiz, AttemptKind Kind, double Score, bool Passed, IReadOnlyList<GradedAnswer> Answers, string ContentHash)
    : IEvent, IUnderContent;

/// <summary>An attempt was submitted, or closed at its deadline, and waits for people to grade answers of it; once they have, it is <see cref="AttemptGraded"/>.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Course">The course of the quiz.</param>
/// <param name="Quiz">The quiz.</param>
/// <param name="Kind">What it was for.</param>
/// <param name="ContentHash">The catalogue it was taken under.</param>
public sealed record GradingAwaited(Guid Subject, Guid Attempt, string Course, string Quiz, AttemptKind Kind, string ContentHash) : IEvent, IUnderContent;

/// <summary>Somebody graded an open answer or a recorded pitch.</summary>
/// <param name="Subject">Whose answer.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Family">The question family.</param>
/// <param name="Grade">The grade; an earlier one of the same grader is kept.</param>
/// <param name="Grader">Who graded.</param>
/// <param name="Score">What they gave, 0..1.</param>
public sealed record AnswerGraded(Guid Subject, Guid Attempt, string Family, Guid Grade, Guid Grader, double Score) : IEvent;

/// <summary>A person contests the mark of a question.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Family">The question family.</param>
public sealed record MarkContested(Guid Subject, Guid Contest, Guid Attempt, string Family) : IEvent;

/// <summary>Somebody decided about a contested mark.</summary>
/// <param name="Subject">Whose mark.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Decider">Who decided.</param>
/// <param name="Granted">Whether the mark was raised; otherwise it stands.</param>
public sealed record ContestDecided(Guid Subject, Guid Contest, Guid Decider, bool Granted) : IEvent;

/// <summary>An attempt that was graded has another result, since a person changed the mark of one of its questions.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Course">The course of the quiz.</param>
/// <param name="Quiz">The quiz.</param>
/// <param name="Kind">What it was for.</param>
/// <param name="Before">The score until now, 0..1.</param>
/// <param name="Score">The score from now on.</param>
/// <param name="Passed">Whether the pass mark is reached now.</param>
/// <param name="Answers">All graded families with the marks that hold now, in ordinal id order.</param>
/// <param name="ContentHash">The catalogue it was taken under.</param>
/// <param name="Regrade">The regrade of a question that changed it; null where a contest did.</param>
/// <param name="Asked">The catalogue that was taught when it was graded again, in which a corrected key is found; null in what was recorded before it was told.</param>
public sealed record AttemptRegraded(
    Guid Subject, Guid Attempt, string Course, string Quiz, AttemptKind Kind, double Before, double Score, bool Passed, IReadOnlyList<GradedAnswer> Answers, string ContentHash, Guid? Regrade = null, string? Asked = null)
    : IEvent, IUnderContent
{
    /// <summary>The result as if it had been graded so at once.</summary>
    public AttemptGraded Result => new(Subject, Attempt, Course, Quiz, Kind, Score, Passed, Answers, ContentHash);
}

/// <summary>One graded answer: evidence without the answer itself.</summary>
/// <param name="Family">The question family.</param>
/// <param name="Competency">What it measures.</param>
/// <param name="Score">0..1.</param>
/// <param name="Guess">The chance of guessing it, 0..0.5.</param>
/// <param name="Hint">Whether a hint was taken.</param>
/// <param name="Edition">Hash of the family as it was asked, or as its key was corrected since where that gave the mark.</param>
/// <param name="Day">The local day it was given.</param>
public sealed record GradedAnswer(string Family, string Competency, double Score, double Guess, bool Hint, string Edition, DateOnly Day);

/// <summary>One question of the day's drill was answered.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Answer">The graded answer.</param>
/// <param name="ContentHash">The catalogue it was asked from.</param>
public sealed record DrillAnswered(Guid Subject, GradedAnswer Answer, string ContentHash) : IEvent, IUnderContent;
