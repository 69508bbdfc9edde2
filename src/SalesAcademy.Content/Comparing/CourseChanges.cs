using System.Globalization;
using System.Text;
using SalesAcademy.Content.Courses;

namespace SalesAcademy.Content.Comparing;

/// <summary>What courses were changed in: their descriptions, lessons, battle cards, and the rules of their quizzes.</summary>
internal static class CourseChanges
{
    public static IEnumerable<ContentChange> Between(Catalogue before, Catalogue after) =>
        ContentComparison.Each(ChangedThing.Course, Courses(before), Courses(after), (then, now) => SettingChanges.Between(Description(before, then), Description(after, now), OutlineOrder.Order))
            .Concat(ContentComparison.Each(ChangedThing.Lesson, Lessons(before), Lessons(after), Lesson))
            .Concat(ContentComparison.Each(ChangedThing.Card, Cards(before), Cards(after), (then, now) => then == now ? null : (ChangeWeight.Minor, ["wording"])))
            .Concat(ContentComparison.Each(ChangedThing.Quiz, Quizzes(before), Quizzes(after), (then, now) => SettingChanges.Between(then, now)));

    private static (ChangeWeight Weight, IReadOnlyList<string> Details)? Lesson(Lesson before, Lesson after)
    {
        var details = new List<string>();
        if (before.Check != after.Check)
            details.Add($"check: {before.Check} → {after.Check}");
        foreach (var (locale, then, now) in ((string, LessonText?, LessonText?)[])[(Locales.English, before.Text.English, after.Text.English), (Locales.Chinese, before.Text.Chinese, after.Text.Chinese)])
            if (Text(then, now) is { } words)
                details.Add($"{locale}: {words}");
        if (before.Number != after.Number)
            details.Add(string.Create(CultureInfo.InvariantCulture, $"place: {before.Number} → {after.Number}"));
        if (Mark(before.Change, after.Change) is { } mark)
            details.Add(mark);
        var isMinor = before.Check == after.Check && before.Change?.On == after.Change?.On;
        return details.Count == 0 ? null : (isMinor ? ChangeWeight.Minor : ChangeWeight.Material, details);
    }

    private static string? Mark(LessonChange? before, LessonChange? after) =>
        LessonChange.IsNew(before, after) ? string.Create(CultureInfo.InvariantCulture, $"marked as changed {after!.On:yyyy-MM-dd}: whoever has completed it is asked to read what is new") // marked, or it were not new
        : LessonChange.IsTakenBack(before, after) ? string.Create(CultureInfo.InvariantCulture, $"the change of {before!.On:yyyy-MM-dd} is taken back: nobody is asked to read it any more") // there was one to take back
        : before != after ? "what has changed, in other words" : null;

    private static string? Text(LessonText? before, LessonText? after)
    {
        if (before is null || after is null)
            return (before, after) switch { (null, null) => null, (null, _) => "is new", _ => "is gone" };
        var (then, now) = (before.Blocks.Select(block => block.Id).ToHashSet(StringComparer.Ordinal), after.Blocks.Select(block => block.Id).ToHashSet(StringComparer.Ordinal));
        var (added, gone) = (now.Count(block => !then.Contains(block)), then.Count(block => !now.Contains(block)));
        return added + gone > 0 ? string.Create(CultureInfo.InvariantCulture, $"{added} {(added == 1 ? "passage" : "passages")} new or reworded, {gone} gone")
            : before.Html != after.Html ? "pictures, links or emphasis"
            : (before.Title, before.Summary, before.Minutes) != (after.Title, after.Summary, after.Minutes) ? "title, summary or minutes" : null;
    }

    private static Dictionary<string, Course> Courses(Catalogue catalogue) => catalogue.Courses.ToDictionary(course => course.Id, StringComparer.Ordinal);

    private static Dictionary<string, Lesson> Lessons(Catalogue catalogue) => catalogue.Courses.SelectMany(course => course.Lessons).ToDictionary(lesson => $"{lesson.Course}/{lesson.Id}", StringComparer.Ordinal);

    private static Dictionary<string, (string? English, string? Chinese)> Cards(Catalogue catalogue) =>
        catalogue.Courses.Where(course => course.Card is not null).ToDictionary(course => course.Id, course => (course.Card!.English?.Hash, course.Card.Chinese?.Hash), StringComparer.Ordinal); // only those

    // The front matter as it is written: what is not said there has its default in both editions.
    private static Dictionary<string, IReadOnlyList<ArchiveEntry>> Quizzes(Catalogue catalogue) =>
        catalogue.Courses.SelectMany(course => course.Quizzes).ToDictionary(
            quiz => $"{quiz.Course}/{quiz.Id}",
            quiz => (IReadOnlyList<ArchiveEntry>)[.. catalogue.Parts[$"courses/{quiz.Course}"].Archive.Where(entry => Locales.All.Any(locale => entry.Path == $"courses/{quiz.Course}/{locale}/quiz-{quiz.Id}.md")).Select(Front)],
            StringComparer.Ordinal);

    private static ArchiveEntry[] Description(Catalogue catalogue, Course course) => [.. catalogue.Parts[$"courses/{course.Id}"].Archive.Where(entry => entry.Path == $"courses/{course.Id}/course.yml")];

    private static ArchiveEntry Front(ArchiveEntry entry)
    {
        var text = Encoding.UTF8.GetString(entry.Bytes.Span);
        return ArchiveEntry.Of(entry.Path, Encoding.UTF8.GetBytes(text[4..(text.IndexOf("\n---\n", 3, StringComparison.Ordinal) + 1)])); // compiled, so it has a front matter
    }
}
