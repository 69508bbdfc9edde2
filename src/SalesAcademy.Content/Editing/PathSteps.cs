using System.Globalization;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Editing;

/// <summary>Puts a course among the steps of a learning path, in the path's own file.</summary>
public static class PathSteps
{
    /// <summary>
    /// The text of a path with a course as one of its steps, and in every other line the same; a step that names the course already is moved. Null where the file is
    /// written in a way in which that cannot be done.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="course">The course.</param>
    /// <param name="at">How many of the other steps come before it.</param>
    /// <param name="day">By which day of the path it is due, from 1.</param>
    public static string? With(string text, string course, int at, int day)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n').ToList();
        if (Steps(lines) is not { } before)
            return null;
        for (var step = before.Count - 1; step >= 0; step--)
            if (before[step].Course == course)
                lines.RemoveRange(before[step].Line, before[step].End - before[step].Line);
        if (Steps(lines) is not { Count: > 0 } others)
            return null;
        at = Math.Clamp(at, 0, others.Count);
        var margin = lines[others[0].Line][..lines[others[0].Line].IndexOf('-', StringComparison.Ordinal)];
        lines.Insert(at < others.Count ? others[at].Line : others[^1].End, string.Create(CultureInfo.InvariantCulture, $"{margin}- {{ course: {course}, due: day {day} }}"));
        return Steps(lines) is { } after && after.Count == others.Count + 1 && after[at].Course == course ? string.Join('\n', lines) : null;
    }

    // Where each step begins and ends, when each begins a line of its own.
    private static List<Step>? Steps(List<string> lines)
    {
        if (YamlTree.Parse(string.Join('\n', lines), 1, new("")) is not YamlMap map || !map.Entries.TryGetValue("steps", out var entry) || entry.Value is not YamlList list)
            return null;
        var steps = new List<Step>();
        foreach (var item in list.Items)
        {
            var at = item.Line - 1;
            if (!lines[at].TrimStart().StartsWith("- ", StringComparison.Ordinal) || (steps.Count > 0 && steps[^1].Line >= at))
                return null;
            var (margin, end) = (lines[at].Length - lines[at].TrimStart().Length, at + 1);
            while (end < lines.Count && lines[end].Trim().Length > 0 && lines[end].Length - lines[end].TrimStart().Length > margin)
                end++;
            steps.Add(new(at, end, item is YamlMap step && step.Entries.TryGetValue("course", out var course) ? (course.Value as YamlText)?.Value : null));
        }
        return steps;
    }

    private sealed record Step(int Line, int End, string? Course);
}
