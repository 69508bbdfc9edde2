namespace SalesAcademy.Domain.Shared;

/// <summary>
/// Which answers are evidence: of each family the first answer of a local day that is not practice, so that nobody can repeat a quiz
/// until it is passed by luck; the latest of these stands (model.md section 1).
/// </summary>
public static class CountedAnswers
{
    /// <summary>
    /// The evidence as of a day, in ordinal order of family ids. Answers after that day, to families no longer listed (retired) and to
    /// other editions (changed in matter) are left out. A score outside 0..1 or a guess chance outside 0..0.5 is refused as a bug.
    /// </summary>
    public static IReadOnlyList<FamilyEvidence> Of(
        IEnumerable<Family> families, IEnumerable<Answer> answers, DateOnly asOf, double stabilityScale = 1)
    {
        var live = families.ToDictionary(family => family.Id, StringComparer.Ordinal);
        return [.. answers
            .Where(answer => !answer.Practice && answer.Date <= asOf
                && live.TryGetValue(answer.Family, out var family) && family.Edition == answer.Edition)
            .GroupBy(answer => answer.Family, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Evidence(live[group.Key], FirstOfEachDay(group), stabilityScale))];
    }

    private static IEnumerable<Answer> FirstOfEachDay(IEnumerable<Answer> answers) => answers
        .OrderBy(answer => answer.Date).ThenBy(answer => answer.Order)
        .DistinctBy(answer => answer.Date);

    private static FamilyEvidence Evidence(Family family, IEnumerable<Answer> counted, double scale)
    {
        if (family.Guess is not (>= 0 and <= 0.5))
            throw new ArgumentOutOfRangeException(nameof(family), family.Guess, "A guess chance is 0 to 0.5.");
        FamilyEvidence? evidence = null;
        foreach (var answer in counted)
        {
            if (answer.Score is not (>= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(counted), answer.Score, "A score is 0 to 1.");
            var rating = Memory.Rate(answer.Score, answer.Hint);
            var memory = evidence is null
                ? Memory.First(rating)
                : evidence.Memory.Next(rating, answer.Date.DayNumber - evidence.Last.DayNumber, scale);
            evidence = new FamilyEvidence(family, answer.Score, answer.Date, memory, scale);
        }
        return evidence!; // a group is never empty
    }
}
