namespace SalesAcademy.Content.Comparing;

/// <summary>What two editions of an academy differ in.</summary>
public static class ContentComparison
{
    /// <summary>Every difference, by kind of thing and then by id. Nothing is said of what is written differently and means the same, such as a comment outside the policies.</summary>
    public static IReadOnlyList<ContentChange> Between(Catalogue before, Catalogue after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. CourseChanges.Between(before, after)
                .Concat(Each(ChangedThing.Question, before.Families, after.Families, QuestionChanges.Between))
                .Concat(Each(ChangedThing.Competency, Competencies(before), Competencies(after), (then, now) => then == now ? null : (ChangeWeight.Minor, ["name or summary"])))
                .Concat(DocumentChanges.Between(before, after))
                .OrderBy(change => change.Thing).ThenBy(change => change.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>What was added, what is gone, and what a comparison says of the rest.</summary>
    internal static IEnumerable<ContentChange> Each<T>(
        ChangedThing thing, IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> after, Func<T, T, (ChangeWeight Weight, IReadOnlyList<string> Details)?> compare)
    {
        foreach (var id in before.Keys.Union(after.Keys, StringComparer.Ordinal))
            if (!before.TryGetValue(id, out var then))
                yield return new(thing, id, ChangeWeight.Added, []);
            else if (!after.TryGetValue(id, out var now))
                yield return new(thing, id, ChangeWeight.Removed, []);
            else if (compare(then, now) is { } found)
                yield return new(thing, id, found.Weight, found.Details);
    }

    private static Dictionary<string, Competency> Competencies(Catalogue catalogue) => catalogue.Competencies.ToDictionary(competency => competency.Id, StringComparer.Ordinal);
}
