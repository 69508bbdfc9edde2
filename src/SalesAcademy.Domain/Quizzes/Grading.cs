using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>Adds up what the questions of an attempt came to.</summary>
public static class Grading
{
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
