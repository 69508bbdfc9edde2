using System.Globalization;
using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Courses;

/// <summary>The lessons of a course, both languages laid together.</summary>
internal sealed record LessonSet(IReadOnlyList<Lesson> Lessons, IReadOnlyList<ArchiveEntry> Archive, IReadOnlyList<Reference> References)
{
    private const int FamiliesOfACheck = 3;
    private readonly List<(string File, int Line, string Check)> checks = [];

    public static LessonSet Read(CourseScope scope, IReadOnlyDictionary<string, IReadOnlyList<string>> names, OutlineOrder outline, Problems problems)
    {
        var (lessons, archive, references) = (new List<Lesson>(), new List<ArchiveEntry>(), new List<Reference>());
        var set = new LessonSet(lessons, archive, references);
        var files = InOrder(names.Values.SelectMany(list => list)).OrderBy(name => outline.PlaceOf(Id(name))).ToArray(); // those without a place of their own behind the others, by number
        foreach (var twin in files.GroupBy(Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.At($"{scope.Path}/{Locales.English}/{twin.Last()}").Error(0, "lesson-twice", twin.Key);
        foreach (var taken in files.Where(name => ReservedNames.OfLessons.Contains(Id(name))))
            problems.At($"{scope.Path}/{names.First(list => list.Value.Contains(taken, StringComparer.Ordinal)).Key}/{taken}").Error(0, "name-reserved.lesson", scope.Path, Id(taken));
        foreach (var name in files)
        {
            var english = Text(Locales.English);
            var chinese = Text(Locales.Chinese);
            if ((english ?? chinese) is not { } lead)
                continue;
            if (english is not null && chinese is not null)
                Compare(english, chinese, problems);
            var sources = new[] { english?.Source, chinese?.Source }.OfType<ArchiveEntry>().ToArray();
            var played = new[] { english, chinese }.OfType<LessonFile>().SelectMany(file => file.Text.Recordings).SelectMany(recording => recording.Files).Distinct();
            var manifest = ArchiveEntry.Manifest($"{scope.Path}/{Id(name)}", sources.Select(source => (source.Path, source.Hash)).Concat(played.Select(file => ($"{scope.Path}/assets/{file.Name}", file.Hash))));
            lessons.Add(new() { Id = Id(name), Course = scope.Course, Number = lessons.Count + 1, Check = lead.Check, Hash = manifest.Hash, Change = ChangeReader.Of(english, chinese), Text = new(english?.Text, chinese?.Text) });
            archive.AddRange([.. sources, manifest]);

            LessonFile? Text(string locale)
            {
                var path = $"{scope.Path}/{locale}/{name}";
                if (!names[locale].Contains(name, StringComparer.Ordinal))
                {
                    problems.At(path).Warn(0, "locale-missing.lesson");
                    return null;
                }
                if (LessonReader.Read(scope, path, locale, problems) is not { } file)
                    return null;
                set.checks.Add((path, file.CheckLine, file.Check));
                references.AddRange(file.References);
                return file;
            }
        }
        if (files.Length == 0)
            problems.At(scope.Path).Error(0, "course-empty");
        return set;
    }

    /// <summary>Every lesson ends in a check of at least three families.</summary>
    public void CheckQuizzes(QuizSet quizzes, Problems problems)
    {
        foreach (var (file, line, check) in checks)
            if (!quizzes.Names.Contains(check))
                problems.At(file).Error(line, "lesson-check.missing", check);
            else if (quizzes.Quizzes.FirstOrDefault(quiz => quiz.Id == check) is { } quiz)
            {
                if (quiz.Kind != QuizKind.Check)
                    problems.At(file).Error(line, "lesson-check.kind", check);
                if (quiz.Families.Count < FamiliesOfACheck)
                    problems.At(file).Warn(line, "lesson-check-small", check, FamiliesOfACheck);
            }
    }

    /// <summary>The files that hold lessons, by their number.</summary>
    public static IEnumerable<string> InOrder(IEnumerable<string> names) =>
        names.Where(IsOne).Distinct(StringComparer.Ordinal).OrderBy(Number).ThenBy(name => name, StringComparer.Ordinal);

    /// <summary>Whether a file of a course holds a lesson.</summary>
    public static bool IsOne(string name) => char.IsAsciiDigit(name[0]) && name.EndsWith(".md", StringComparison.Ordinal);

    /// <summary>The number a lesson gets that stands behind all others, in two digits.</summary>
    public static string NextNumber(ContentFolder content, string course)
    {
        var taken = Locales.All.SelectMany(locale => content.Names($"{course}/{locale}", new(course))).Where(name => char.IsAsciiDigit(name[0])).Select(Number).Where(number => number < int.MaxValue);
        return (taken.DefaultIfEmpty(0).Max() + 1).ToString("00", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a file of a course holds that lesson.</summary>
    public static bool Has(ContentFolder content, string course, string lesson) =>
        Locales.All.SelectMany(locale => content.Names($"{course}/{locale}", new(course))).Any(name => IsOne(name) && Id(name) == lesson);

    private static void Compare(LessonFile english, LessonFile chinese, Problems problems)
    {
        var file = chinese.Text.File;
        if (english.Check != chinese.Check)
            problems.At(file).Error(chinese.CheckLine, "lesson-locales-check");
        if (english.Changed?.On is { } on && chinese.Changed?.On is { } other && on != other)
            problems.At(file).Error(chinese.ChangedLine, "lesson-locales-changed");
        foreach (var key in english.Keys.Except(chinese.Keys, StringComparer.Ordinal).Concat(chinese.Keys.Except(english.Keys, StringComparer.Ordinal)))
            problems.At(file).Warn(1, "lesson-locales-keys", key);
        if (!Levels(english.Text).SequenceEqual(Levels(chinese.Text)))
            problems.At(file).Warn(0, "lesson-locales-headings");
    }

    private static IEnumerable<int> Levels(LessonText text) => text.Outline.Select(heading => heading.Level).Order();

    /// <summary>The id of the lesson in a file of that name.</summary>
    public static string Id(string name) => name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..^3];

    private static int Number(string name) => int.TryParse(name.AsSpan(0, Math.Max(0, name.IndexOf('-', StringComparison.Ordinal))), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
