using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>Turns the ticks of an attempt into points: the same rule for every quiz, told to the learner before they begin.</summary>
public static class Grading
{
    /// <summary>
    /// The score of one question, 0..1. One answer asked for: all or nothing. Several: right ticks minus wrong ticks over the number
    /// of right options, never below 0. Nothing ticked is 0. An option that does not exist is refused as a bug.
    /// </summary>
    /// <param name="several">Whether several options may be right.</param>
    /// <param name="right">Whether each option is right, in file order.</param>
    /// <param name="chosen">The ticked options, by their place in file order; each counts once.</param>
    public static double Score(bool several, IReadOnlyList<bool> right, IReadOnlyCollection<int> chosen)
    {
        var ticks = chosen.Distinct().ToArray();
        if (ticks.Any(option => option < 0 || option >= right.Count))
            throw new ArgumentOutOfRangeException(nameof(chosen), "An option that the question does not have was ticked.");
        var good = ticks.Count(option => right[option]);
        if (!several)
            return ticks.Length == 1 && good == 1 ? 1 : 0;
        return Math.Max(0, good - (ticks.Length - good)) / (double)right.Count(isRight => isRight);
    }

    /// <summary>The outcome of an attempt: points over points possible, and passed when that reaches the pass mark; the boundary passes.</summary>
    /// <param name="questions">Every question of the attempt, answered or not.</param>
    /// <param name="pass">The pass mark, 0..1.</param>
    public static Outcome Of(IReadOnlyList<MarkedQuestion> questions, double pass)
    {
        var possible = questions.Sum(question => question.Points);
        var reached = questions.Sum(question => question.Points * question.Answer.Score);
        var score = possible > 0 ? reached / possible : 0;
        return new Outcome(score, score >= pass - Rounding, [.. questions.Select(q => q.Answer).OrderBy(a => a.Family, StringComparer.Ordinal)]);
    }

    // Thirds of points do not add up exactly in binary: 0.8 reached in three steps must still be 0.8.
    private const double Rounding = 1e-9;
}

/// <summary>A question with its points (above 0) and its graded answer.</summary>
public sealed record MarkedQuestion(double Points, GradedAnswer Answer);

/// <summary>What an attempt came to.</summary>
/// <param name="Score">0..1.</param>
/// <param name="Passed">Whether the pass mark was reached.</param>
/// <param name="Answers">The graded families in ordinal id order.</param>
public sealed record Outcome(double Score, bool Passed, IReadOnlyList<GradedAnswer> Answers);
