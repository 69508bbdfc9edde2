using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>What a person makes of an answer by a rubric, and what several people's grades come to.</summary>
public static class RubricGrade
{
    /// <summary>The lowest and the highest level of a criterion.</summary>
    public const int Lowest = 1, Highest = 4;

    /// <summary>The longest comment, in characters.</summary>
    public const int LongestComment = 4000;

    /// <summary>How far two grades may lie apart, 0..1, and still make one: further, and a third person looks.</summary>
    public const double Agreement = 0.25;

    /// <summary>
    /// The score of one grader, 0..1: the mean over the criteria of (level - 1) / 3. Refused with grade-own, grade-missing (the criterion
    /// without a level, or with none of 1..4), or grade-comment-too-long (with the most characters).
    /// </summary>
    /// <param name="person">Whose answer it is.</param>
    /// <param name="grader">Who judges it.</param>
    /// <param name="criteria">The ids of the rubric's criteria, at least one.</param>
    /// <param name="levels">The level of each.</param>
    /// <param name="comment">What is said to the person; kept by the caller in an erasable row.</param>
    public static Decision<double> Decide(Guid person, Guid grader, IReadOnlyList<string> criteria, IReadOnlyDictionary<string, int?> levels, string comment)
    {
        if (person == grader)
            return new Refusal("grade-own");
        if (criteria.FirstOrDefault(criterion => levels.GetValueOrDefault(criterion) is not (>= Lowest and <= Highest)) is { } missing)
            return new Refusal("grade-missing", missing);
        return comment.Length > LongestComment ? new Refusal("grade-comment-too-long", LongestComment)
            : criteria.Average(criterion => (levels[criterion]!.Value - Lowest) / (double)(Highest - Lowest)); // every criterion has a level, or it was refused
    }

    /// <summary>
    /// The mark of an answer, 0..1, or null while another person has to look. One grader: that grade. Two: their mean when they lie within
    /// <see cref="Agreement"/>, otherwise the middle one of three.
    /// </summary>
    /// <param name="graders">How many are asked for, 1 or 2.</param>
    /// <param name="scores">The newest score of each grader, in the order in which they first graded.</param>
    public static double? Settled(int graders, IReadOnlyList<double> scores)
    {
        if (scores.Count < graders)
            return null;
        if (graders == 1)
            return scores[0];
        return Math.Abs(scores[0] - scores[1]) <= Agreement + Rounding ? (scores[0] + scores[1]) / 2
            : scores.Count < 3 ? null
            : scores.Take(3).Order().ElementAt(1);
    }

    // Thirds do not differ by exact quarters in binary.
    private const double Rounding = 1e-9;
}
