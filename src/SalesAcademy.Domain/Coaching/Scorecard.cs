using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Coaching;

/// <summary>Turns the rows of a filled rubric into one rating for each competency that was observed.</summary>
public static class Scorecard
{
    /// <summary>The steps of every rubric's scale.</summary>
    public const int Levels = 4;

    /// <summary>The level of a row that was not observed.</summary>
    public const int NotObserved = 0;

    /// <summary>
    /// One rating per competency, in ordinal id order: the median of its observed rows, between two rounded down. Refuses rating
    /// oneself (self-rating), a row without a level (row-missing, with the row's id), a level off the scale (level-off-scale), and a
    /// card on which nothing was observed (nothing-observed).
    /// </summary>
    public static Decision<IReadOnlyList<CompetencyRating>> Decide(Guid rater, Guid seller, IReadOnlyList<ScoredRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rater == seller)
            return new Refusal("self-rating");
        if (rows.FirstOrDefault(row => row.Level is null) is { } missing)
            return new Refusal("row-missing", missing.Criterion);
        if (rows.FirstOrDefault(row => row.Level is < NotObserved or > Levels) is { } off)
            return new Refusal("level-off-scale", off.Criterion);
        CompetencyRating[] ratings =
        [
            .. rows.Where(row => row.Level > NotObserved)
                .GroupBy(row => row.Competency, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new CompetencyRating(group.Key, MedianDown([.. group.Select(row => row.Level!.Value).Order()]), Levels)),
        ];
        return ratings.Length == 0 ? new Refusal("nothing-observed") : ratings;
    }

    private static int MedianDown(int[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}

/// <summary>One row of a rubric as a coach filled it.</summary>
/// <param name="Criterion">The row.</param>
/// <param name="Competency">What it is evidence for.</param>
/// <param name="Level">1..4, 0 for not observed, null for not filled.</param>
public sealed record ScoredRow(string Criterion, string Competency, int? Level);
