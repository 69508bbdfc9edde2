namespace SalesAcademy.Content.Courses;

/// <summary>Ids that nobody would reach, since the academy itself has a page at their address.</summary>
internal static class ReservedNames
{
    public static IReadOnlySet<string> OfCourses { get; } = new HashSet<string>(StringComparer.Ordinal) { "changes", "check", "glossary", "notes", "search" };

    public static IReadOnlySet<string> OfLessons { get; } = new HashSet<string>(StringComparer.Ordinal) { "battle-card" };
}
