using System.Globalization;
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
            problems.Warn(
                lines[0], "text-placeholder", string.Create(CultureInfo.InvariantCulture, $"{lines.Length} {(lines.Length == 1 ? "line still holds" : "lines still hold")} a placeholder ({Mark})"),
                $"Write your own words, and delete every {Mark}");
    }
}
