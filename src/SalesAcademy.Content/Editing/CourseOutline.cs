using SalesAcademy.Content.Courses;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Editing;

/// <summary>What the file of a course says of its lessons.</summary>
/// <param name="Lessons">Ids in reading order; none where the numbers of the files give it.</param>
/// <param name="Retired">Ids of lessons that are taught no more.</param>
public sealed record CourseOutline(IReadOnlyList<string> Lessons, IReadOnlyList<string> Retired)
{
    /// <summary>The lessons whose files a course has, by their numbers, with those files: taught or retired.</summary>
    public static IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> LessonsOf(string folder, string course)
    {
        var content = new ContentFolder(folder);
        string[] paths = [.. Locales.All.SelectMany(locale => content.Names($"courses/{course}/{locale}", new(course)).Select(name => $"courses/{course}/{locale}/{name}"))];
        return [.. LessonSet.InOrder(paths.Select(NameOf)).Select(LessonSet.Id).Distinct(StringComparer.Ordinal).Select(id => KeyValuePair.Create<string, IReadOnlyList<string>>(id, [.. paths.Where(path => LessonSet.IsOne(NameOf(path)) && LessonSet.Id(NameOf(path)) == id)]))];
    }

    /// <summary>What a text of such a file says; null where it cannot be read.</summary>
    public static CourseOutline? Read(string text)
    {
        var problems = new Problems("");
        if (YamlTree.Parse(text, 1, problems) is not YamlMap map)
            return null;
        var order = OutlineOrder.Read(new Fields(map, problems));
        return problems.HasErrors ? null : new(order.Lessons, order.Retired);
    }

    /// <summary>The lessons of a course as this says: those without a place behind the others, retired ones left out.</summary>
    public IReadOnlyList<string> InOrder(IReadOnlyList<string> lessons) =>
        [.. Lessons.Intersect(lessons, StringComparer.Ordinal).Union(lessons, StringComparer.Ordinal).Except(Retired, StringComparer.Ordinal)];

    /// <summary>The same with one lesson at another place, counted from 0; the numbers of the files say it again where they can.</summary>
    public CourseOutline Move(IReadOnlyList<string> lessons, string lesson, int place)
    {
        var order = InOrder(lessons).Where(other => other != lesson).ToList();
        order.Insert(Math.Clamp(place, 0, order.Count), lesson);
        return (this with { Lessons = order }).Short(lessons);
    }

    /// <summary>The same without a lesson.</summary>
    public CourseOutline Retire(IReadOnlyList<string> lessons, string lesson) => new CourseOutline([.. Lessons.Where(other => other != lesson)], [.. Retired.Where(other => other != lesson), lesson]).Short(lessons);

    /// <summary>The same with a retired lesson among the others again.</summary>
    public CourseOutline BringBack(string lesson) => this with { Retired = [.. Retired.Where(other => other != lesson)] };

    /// <summary>A text of such a file that says this, and is the same in every other line; null where it is written in a way in which that cannot be done.</summary>
    public string? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Read(text) is not { } before)
            return null;
        var lines = text.ReplaceLineEndings("\n").Split('\n').ToList();
        if (!before.Lessons.SequenceEqual(Lessons, StringComparer.Ordinal))
            Put(lines, OutlineOrder.Order, Lessons);
        if (!before.Retired.SequenceEqual(Retired, StringComparer.Ordinal))
            Put(lines, OutlineOrder.Gone, Retired);
        var written = string.Join('\n', lines);
        return Read(written) is { } after && after.Lessons.SequenceEqual(Lessons, StringComparer.Ordinal) && after.Retired.SequenceEqual(Retired, StringComparer.Ordinal) ? written : null;
    }

    // Without an order that the numbers of the files give as well.
    private CourseOutline Short(IReadOnlyList<string> lessons) => InOrder(lessons).SequenceEqual(lessons.Except(Retired, StringComparer.Ordinal), StringComparer.Ordinal) ? this with { Lessons = [] } : this;

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    // A key of the file with all lines that belong to it.
    private static void Put(List<string> lines, string key, IReadOnlyList<string> ids)
    {
        var at = lines.FindIndex(line => line.StartsWith($"{key}:", StringComparison.Ordinal));
        if (at >= 0)
        {
            var end = at + 1;
            while (end < lines.Count && lines[end] is [' ' or '\t' or '-' or ']', ..])
                end++;
            lines.RemoveRange(at, end - at);
        }
        var last = lines.FindLastIndex(line => line.Trim().Length > 0) + 1;
        if (ids.Count > 0)
            lines.Insert(at < 0 ? last : at, $"{key}: [{string.Join(", ", ids)}]");
    }
}
