using System.Text;
using SalesAcademy.Content.Courses;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Drafting;

/// <summary>Plans the files with which a course, lesson or quiz begins: they compile with the rest of the content, and what the author has to write is marked.</summary>
public static class ContentDraft
{
    /// <summary>Plans, and writes nothing. Refused with a sentence: names that are no ids or taken, courses that do not exist, content that has errors already.</summary>
    public static DraftOutcome Plan(string folder, DraftRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (BadName(request) is { } bad)
            return Refused(bad.Fault, bad.Reason);
        var before = ContentCompiler.Compile(folder, previous: null, cancellation);
        if (before.Catalogue is not { } catalogue)
            return new([], [.. before.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(ContentCheck.Line), "nothing is written: the content has errors; mend them first"], DraftFault.Faulty);
        var content = new ContentFolder(folder, request.Planned.ToDictionary(path => path, _ => Array.Empty<byte>(), StringComparer.Ordinal));
        if (Obstacle(content, catalogue, request) is { } obstacle)
            return Refused(obstacle.Fault, obstacle.Reason);

        var competency = request.Kind == DraftKind.Course ? request.Competencies.FirstOrDefault(Nearest(catalogue, request.Course)) : catalogue.FindCourse(request.Course)!.Competencies.FirstOrDefault(Nearest(catalogue, request.Course)); // an obstacle otherwise
        var files = Files(content, request, competency);
        var planned = new ContentFolder(folder, files.ToDictionary(file => file.Path, file => Encoding.UTF8.GetBytes(file.Text), StringComparer.Ordinal));
        var after = ContentCompiler.Compile(planned, previous: null, CompileLimits.Standard, cancellation);
        return after.Errors > 0
            ? new([], [.. after.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(ContentCheck.Line), "nothing is written"], DraftFault.Faulty)
            : new(files, [$"its questions are evidence for the competency {competency}: change competency= where another is meant"]);
    }

    /// <summary>What keeps a course from having that id, without looking at what the content says: Name, Taken, or nothing.</summary>
    public static DraftFault? FaultOfCourse(string folder, string id, IReadOnlyList<string> planned) =>
        BadName(new(DraftKind.Course, id, id))?.Fault ?? (IsCourse(new(folder, planned.ToDictionary(path => path, _ => Array.Empty<byte>(), StringComparer.Ordinal)), id) ? DraftFault.Taken : null);

    private static bool IsCourse(ContentFolder content, string id) => content.Names("courses", new("courses")).Contains(id, StringComparer.Ordinal);

    private static (DraftFault Fault, string Reason)? BadName(DraftRequest request)
    {
        foreach (var (what, id) in ((string, string)[])[("course", request.Course), (request.Kind.ToString().ToLowerInvariant(), request.Id)])
            if (!Fields.IsId(id) || (what != "course" || request.Kind == DraftKind.Course) && id.Length > DraftRequest.LongestId)
                return (DraftFault.Name, $"'{id}' is no id of a {what}: use lower-case letters, digits and hyphens, at most {DraftRequest.LongestId}");
        if (ReservedNames.OfCourses.Contains(request.Course) || (request.Kind == DraftKind.Lesson && ReservedNames.OfLessons.Contains(request.Id)))
            return (DraftFault.Taken, $"the academy has a page of its own at /courses/{(request.Kind == DraftKind.Course ? request.Course : $"{request.Course}/{request.Id}")}: choose another name");
        return new[] { request.EnglishTitle, request.ChineseTitle }.OfType<string>().Any(title => string.IsNullOrWhiteSpace(title) || title.Any(char.IsControl))
            ? (DraftFault.Title, "a title is one line of words") : null;
    }

    private static (DraftFault Fault, string Reason)? Obstacle(ContentFolder content, Catalogue catalogue, DraftRequest request)
    {
        if (catalogue.Competencies.Count == 0)
            return (DraftFault.Nowhere, "competencies.yml names no competency yet, and a question is evidence for one: begin there");
        if (request.Competencies.FirstOrDefault(id => catalogue.Competencies.All(known => known.Id != id)) is { } unknown)
            return (DraftFault.Nowhere, $"there is no competency '{unknown}'");
        if (request.Kind == DraftKind.Course)
            return IsCourse(content, request.Course) ? (DraftFault.Taken, $"the course '{request.Course}' exists already") : null;
        if (catalogue.FindCourse(request.Course) is not { } course)
            return (DraftFault.Nowhere, $"there is no course '{request.Course}': {(catalogue.Courses.Count == 0 ? "begin one with: content new course" : $"use one of {string.Join(", ", catalogue.Courses.Select(known => known.Id))}")}");
        if (request.Kind == DraftKind.Lesson && (course.FindLesson(request.Id) is not null || LessonSet.Has(content, $"courses/{request.Course}", request.Id)))
            return (DraftFault.Taken, $"the course '{request.Course}' has a lesson '{request.Id}' already");
        var quiz = request.Kind == DraftKind.Quiz ? request.Id : DraftTexts.CheckOf(request.Id);
        return course.FindQuiz(quiz) is null && !Locales.All.Any(locale => content.Exists($"courses/{request.Course}/{locale}/quiz-{quiz}.md")) ? null : (DraftFault.Taken, $"the course '{request.Course}' has a quiz '{quiz}' already");
    }

    // Checks come before the lessons they end, and a course before nothing: it is moved into its place as a whole.
    private static DraftFile[] Files(ContentFolder content, DraftRequest request, string competency)
    {
        var (course, texts) = ($"courses/{request.Course}", new DraftTexts(request, competency));
        return request.Kind switch
        {
            DraftKind.Course =>
            [
                new($"{course}/course.yml", texts.Course()),
                .. Both(locale => new($"{course}/{locale}/quiz-{DraftTexts.CheckOf(DraftTexts.FirstLesson)}.md", texts.Check(locale, DraftTexts.FirstLesson))),
                .. Both(locale => new($"{course}/{locale}/01-{DraftTexts.FirstLesson}.md", texts.Lesson(locale, DraftTexts.FirstLesson))),
            ],
            DraftKind.Lesson =>
            [
                .. Both(locale => new($"{course}/{locale}/quiz-{DraftTexts.CheckOf(request.Id)}.md", texts.Check(locale, request.Id))),
                .. Both(locale => new($"{course}/{locale}/{LessonSet.NextNumber(content, course)}-{request.Id}.md", texts.Lesson(locale, request.Id))),
            ],
            _ => [.. Both(locale => new($"{course}/{locale}/quiz-{request.Id}.md", texts.Quiz(locale)))],
        };
    }

    private static IEnumerable<DraftFile> Both(Func<string, DraftFile> file) => Locales.All.Select(file);

    private static string Nearest(Catalogue catalogue, string course) =>
        (catalogue.Competencies.FirstOrDefault(competency => competency.Id == course) ?? catalogue.Competencies[0]).Id;

    private static DraftOutcome Refused(DraftFault fault, string reason) => new([], [reason, "nothing is written"], fault);
}
