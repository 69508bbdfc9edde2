using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Courses;

/// <summary>What the file of a course says of its lessons: in which order they are read, where that is another than their numbers give, and which are taught no more.</summary>
/// <param name="Lessons">Ids in reading order.</param>
/// <param name="Retired">Ids of lessons whose files stay, and which are as if they were not there.</param>
internal sealed record OutlineOrder(IReadOnlyList<string> Lessons, IReadOnlyList<string> Retired)
{
    public const string Order = "lessons", Gone = "retired";

    private int orderLine, goneLine;

    public static OutlineOrder None { get; } = new([], []);

    public static OutlineOrder Read(Fields fields) => new(fields.Ids(Order, required: false), fields.Ids(Gone, required: false)) { orderLine = fields.LineOf(Order), goneLine = fields.LineOf(Gone) };

    /// <summary>Where a lesson stands; behind all others where the file does not say.</summary>
    public int PlaceOf(string lesson)
    {
        for (var place = 0; place < Lessons.Count; place++)
            if (Lessons[place] == lesson)
                return place;
        return Lessons.Count;
    }

    /// <summary>The files of a course without retired lessons and the checks that only these end in. What the two lists name and is not there is an error.</summary>
    public Dictionary<string, IReadOnlyList<string>> Taught(CourseScope scope, Dictionary<string, IReadOnlyList<string>> names, Problems problems)
    {
        if (Lessons.Count + Retired.Count == 0)
            return names;
        var lessons = LessonSet.InOrder(names.Values.SelectMany(list => list)).Select(LessonSet.Id).ToHashSet(StringComparer.Ordinal);
        Complain(Gone, Retired, lessons, goneLine, problems);
        Complain(Order, Lessons, lessons.Except(Retired, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal), orderLine, problems);
        if (Retired.Count == 0)
            return names;
        var checks = names.SelectMany(list => list.Value.Where(LessonSet.IsOne).Select(name => (IsRetired: IsRetired(name), Check: CheckOf(scope, $"{scope.Path}/{list.Key}/{name}")))).ToLookup(lesson => lesson.IsRetired, lesson => $"quiz-{lesson.Check}.md");
        var gone = checks[true].Except(checks[false], StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return names.ToDictionary(list => list.Key, list => (IReadOnlyList<string>)[.. list.Value.Where(name => !IsRetired(name) && !gone.Contains(name))], StringComparer.Ordinal);
    }

    private bool IsRetired(string name) => LessonSet.IsOne(name) && Retired.Contains(LessonSet.Id(name), StringComparer.Ordinal);

    // What is wrong with the lesson is told where it is taught, and is nobody's concern where it is not.
    private static string CheckOf(CourseScope scope, string path)
    {
        var unheard = new Problems(path);
        return TextFile.Read(scope.Folder, path, unheard) is { } source && MarkdownFile.Cut(source, unheard) is { } file ? file.Front.Id("check") : "";
    }

    private static void Complain(string key, IReadOnlyList<string> named, HashSet<string> lessons, int line, Problems problems)
    {
        foreach (var unknown in named.Where(id => !lessons.Contains(id)).Distinct(StringComparer.Ordinal))
            problems.Error(line, "course-lessons.unknown", key, unknown);
        foreach (var twin in named.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.Error(line, "course-lessons.twice", key, twin.Key);
    }
}
