using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Courses;

/// <summary>Words that only keep a place until the author has written their own; learners should not meet them.</summary>
internal static class Placeholders
{
    /// <summary>Stands before such words.</summary>
    public const char Mark = '✎';

    public static void Report(TextFile file, Problems problems)
    {
        var lines = file.Text.Split('\n').Index().Where(line => line.Item.Contains(Mark, StringComparison.Ordinal)).Select(line => line.Index + 1).ToArray();
        if (lines.Length > 0)
            problems.Warn(lines[0], lines.Length == 1 ? "text-placeholder.one" : "text-placeholder.other", lines.Length, Mark);
    }
}
