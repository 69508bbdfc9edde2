using SalesAcademy.Content.Assembling;

namespace SalesAcademy.Content.Courses;

/// <summary>The quizzes of a course, both languages laid together; Names holds the ids of all quiz files, broken ones included.</summary>
internal sealed record QuizSet(IReadOnlyList<Quiz> Quizzes, IReadOnlySet<string> Names, IReadOnlyList<ArchiveEntry> Archive, IReadOnlyList<Reference> References)
{
    private const string Prefix = "quiz-";

    public static QuizSet Read(CourseScope scope, IReadOnlyDictionary<string, IReadOnlyList<string>> names, Problems problems)
    {
        var (quizzes, archive, references) = (new List<Quiz>(), new List<ArchiveEntry>(), new List<Reference>());
        var files = names.Values.SelectMany(list => list).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        foreach (var name in files)
        {
            var (english, chinese) = (File(Locales.English), File(Locales.Chinese));
            if (english is not null && chinese is not null)
            {
                var own = new Problems($"{scope.Path}/{Locales.Chinese}/{name}");
                QuizAgreement.Check(english, chinese, own);
                problems.Take(own.Found);
            }
            var sources = new[] { english?.Source, chinese?.Source }.OfType<ArchiveEntry>().ToArray();
            if (sources.Length == 0)
                continue;
            var manifest = ArchiveEntry.Manifest($"{scope.Path}/{Prefix}{Id(name)}", sources.Select(source => (source.Path, source.Hash)));
            quizzes.Add(QuizAgreement.Join(scope.Course, Id(name), english, chinese, manifest.Hash));
            archive.AddRange([.. sources, manifest]);

            QuizFile? File(string locale)
            {
                var path = $"{scope.Path}/{locale}/{name}";
                if (!names[locale].Contains(name, StringComparer.Ordinal))
                {
                    problems.At(path).Warn(0, "locale-missing.quiz");
                    return null;
                }
                var file = QuizReader.Read(scope, path, locale, problems);
                references.AddRange(file?.References ?? []);
                return file;
            }
        }
        return new(quizzes, files.Select(Id).ToHashSet(StringComparer.Ordinal), archive, references);
    }

    private static string Id(string name) => name[Prefix.Length..^3];
}
