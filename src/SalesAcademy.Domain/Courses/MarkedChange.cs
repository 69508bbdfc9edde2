namespace SalesAcademy.Domain.Courses;

/// <summary>A lesson whose author says that those who have completed it must know what changed on a day.</summary>
/// <param name="Course">The course.</param>
/// <param name="Lesson">The lesson.</param>
/// <param name="On">The day that names the change.</param>
public readonly record struct MarkedChange(string Course, string Lesson, DateOnly On);

/// <summary>What has to become of changes when other content is taught.</summary>
/// <param name="Open">Marks nobody has seen before.</param>
/// <param name="OpenAgain">Changes that had been taken back, and are back.</param>
/// <param name="TakeBack">Open changes whose mark is gone, or an earlier one again.</param>
public sealed record ChangeSteps(IReadOnlyList<MarkedChange> Open, IReadOnlyList<MarkedChange> OpenAgain, IReadOnlyList<MarkedChange> TakeBack)
{
    /// <summary>Nothing is to be done.</summary>
    public bool IsNothing => Open.Count + OpenAgain.Count + TakeBack.Count == 0;

    /// <summary>
    /// Holds the marks of what is taught now against the changes known from before. A later mark of a lesson leaves the earlier changes of it as
    /// they are: whoever has not read those reads both. Done twice, the second time finds nothing to do.
    /// </summary>
    /// <param name="marked">The marks in the content, at most one for each lesson.</param>
    /// <param name="known">Every change ever seen, and whether it is taken back.</param>
    public static ChangeSteps Decide(IReadOnlyCollection<MarkedChange> marked, IReadOnlyDictionary<MarkedChange, bool> known)
    {
        ArgumentNullException.ThrowIfNull(marked);
        ArgumentNullException.ThrowIfNull(known);
        var now = marked.ToDictionary(mark => (mark.Course, mark.Lesson), mark => mark.On);
        return new(
            [.. marked.Where(mark => !known.ContainsKey(mark)).OrderBy(Place, StringComparer.Ordinal)],
            [.. known.Where(change => change.Value && IsCovered(change.Key)).Select(change => change.Key).OrderBy(Place, StringComparer.Ordinal)],
            [.. known.Where(change => !change.Value && !IsCovered(change.Key)).Select(change => change.Key).OrderBy(Place, StringComparer.Ordinal)]);

        bool IsCovered(MarkedChange change) => now.TryGetValue((change.Course, change.Lesson), out var on) && change.On <= on;
    }

    private static string Place(MarkedChange change) => $"{change.Course}/{change.Lesson}/{change.On:O}";
}
