using System.Text.RegularExpressions;
using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Courses.Recordings;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Courses;

/// <summary>Compiles a course folder; null when anything in it is wrong.</summary>
internal static partial class CourseReader
{
    public static Part? Read(ContentFolder folder, string id, CompileLimits limits, Problems problems, CancellationToken cancellation)
    {
        var assets = AssetReader.Read(folder, id, problems);
        var scope = new CourseScope(folder, id, assets, limits, cancellation);
        var names = Locales.All.ToDictionary(locale => locale, locale => Texts(folder, $"{scope.Path}/{locale}", problems), StringComparer.Ordinal);
        foreach (var stray in folder.Names(scope.Path, problems).Where(name => name is not ("course.yml" or "assets" or Locales.English or Locales.Chinese)))
            problems.At($"{scope.Path}/{stray}").Warn(0, "file-unknown.course");
        var own = new Problems($"{scope.Path}/course.yml");
        var course = Describe(folder, id, own, out var source, out var competencies, out var outline);
        names = outline.Taught(scope, names, own);
        problems.Take(own.Found);
        var lessons = LessonSet.Read(scope, names, outline, problems);
        var quizzes = QuizSet.Read(scope, names, problems);
        lessons.CheckQuizzes(quizzes, problems);
        var card = CardReader.Read(scope, names, problems);
        if (problems.HasErrors || course is null || source is null)
            return null;
        RecordingFiles.WarnOfUnused(scope, lessons.Lessons, problems);

        var documents = lessons.Archive.Concat(quizzes.Archive).Concat(card.Archive).ToArray();
        var manifest = ArchiveEntry.Manifest(scope.Path,
        [
            (source.Path, source.Hash), .. documents.Select(document => (document.Path, document.Hash)),
            .. assets.Values.Select(asset => ($"{scope.Path}/assets/{asset.Name}", asset.Hash)),
        ]);
        course = course with { Hash = manifest.Hash, Lessons = lessons.Lessons, Quizzes = quizzes.Quizzes, Card = card.Card, Assets = [.. assets.Values] };
        return new(scope.Path, course, [source, .. documents, manifest], [.. competencies, .. lessons.References, .. quizzes.References, .. card.References]);
    }

    private static Course? Describe(ContentFolder folder, string id, Problems problems, out ArchiveEntry? source, out IReadOnlyList<Reference> competencies, out OutlineOrder outline)
    {
        (source, competencies, outline) = (null, [], OutlineOrder.None);
        if (!Fields.IsId(id))
            problems.Error(0, "course-id", id);
        if (ReservedNames.OfCourses.Contains(id))
            problems.Error(0, "name-reserved.course", id);
        if (TextFile.Read(folder, problems.File, problems) is not { } file || YamlTree.Parse(file.Text, 1, problems) is not { } node)
            return null;
        Placeholders.Report(file, problems);
        source = file.Entry;
        var fields = Fields.Of(node, problems);
        var ids = fields.Ids("competencies");
        competencies = [.. ids.Select(competency => new Reference(ReferenceKind.Competency, competency, file.Path, fields.LineOf("competencies")))];
        var course = new Course
        {
            Id = id,
            Hash = "",
            Title = fields.Words("title"),
            Summary = fields.Words("summary"),
            Owner = fields.Text("owner"),
            Order = fields.Whole("order", 1000, 1, 1000),
            Competencies = ids,
            Lessons = [],
            Quizzes = [],
            Assets = [],
        };
        outline = OutlineOrder.Read(fields);
        fields.Finish();
        return course;
    }

    private static IReadOnlyList<string> Texts(ContentFolder folder, string path, Problems problems)
    {
        var names = folder.Names(path, problems);
        foreach (var stray in names.Where(name => !FileForm().IsMatch(name)))
            problems.At($"{path}/{stray}").Error(0, "file-name.course");
        return [.. names.Where(name => FileForm().IsMatch(name))];
    }

    [GeneratedRegex(@"^(([0-9]{1,3}|quiz)-[a-z0-9]+(-[a-z0-9]+)*|battle-card)\.md\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FileForm();
}
