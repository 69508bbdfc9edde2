namespace SalesAcademy.Content.Assembling;

/// <summary>A fault between two parts: the owner names something its target part does not offer.</summary>
internal sealed record CrossFault(Part Owner, string Target, ContentProblem Problem);

/// <summary>Holds every reference of every part against the catalogue they would make together.</summary>
internal static class CrossCheck
{
    public static IEnumerable<CrossFault> Faults(Catalogue catalogue)
    {
        var competencies = catalogue.Competencies.Select(competency => competency.Id).ToHashSet(StringComparer.Ordinal);
        var roles = catalogue.Roles.Select(role => role.Id).ToHashSet(StringComparer.Ordinal);
        var homes = catalogue.Courses.SelectMany(course => course.Quizzes).SelectMany(quiz => quiz.Families).ToLookup(family => family.Id, StringComparer.Ordinal);
        foreach (var part in catalogue.Parts.Values.OrderBy(part => part.Key, StringComparer.Ordinal))
            foreach (var reference in part.References)
            {
                var fault = reference.Kind switch
                {
                    ReferenceKind.Competency => competencies.Contains(reference.Id) ? null : Missing(new("kind.competency"), reference, competencies),
                    ReferenceKind.Course => catalogue.FindCourse(reference.Id) is not null ? null : Missing(new("kind.course"), reference, catalogue.Courses.Select(course => course.Id)),
                    ReferenceKind.Certification => catalogue.FindCertification(reference.Id) is not null ? null : Missing(new("kind.certification"), reference, catalogue.Certifications.Select(item => item.Id)),
                    ReferenceKind.Rubric => catalogue.FindRubric(reference.Id) is not null ? null : Missing(new("kind.rubric"), reference, catalogue.Rubrics.Select(item => item.Id)),
                    ReferenceKind.Design => catalogue.FindDesign(reference.Id) is not null ? null : Missing(new("kind.design"), reference, catalogue.Designs.Select(item => item.Id)),
                    ReferenceKind.Logo => catalogue.Logo is not null ? null : Missing(new("kind.file"), reference, []),
                    ReferenceKind.Role => roles.Contains(reference.Id) ? null : Missing(new("kind.role"), reference, roles),
                    ReferenceKind.CertificationQuiz => Quiz(catalogue, reference),
                    ReferenceKind.Lesson => Lesson(catalogue, reference),
                    _ => Family(homes, reference),
                };
                if (fault is not null)
                    yield return new(part, reference.TargetPart, fault);
            }
    }

    /// <summary>Warnings about what is allowed but cannot work out.</summary>
    public static IEnumerable<ContentProblem> Doubts(Catalogue catalogue) => PolicyDoubts.Of(catalogue).Concat(PathDoubts.Of(catalogue));

    private static ContentProblem? Quiz(Catalogue catalogue, Reference reference)
    {
        var (course, quiz) = Split(reference.Id);
        if (catalogue.FindCourse(course) is not { } found)
            return Missing(new("kind.course"), reference with { Id = course }, catalogue.Courses.Select(item => item.Id));
        if (found.FindQuiz(quiz) is not { } named)
            return Missing(new("kind.quiz", course), reference with { Id = quiz }, found.Quizzes.Select(item => item.Id));
        return named.Kind == QuizKind.Certification ? null
            : Error(reference, "certification-quiz", quiz);
    }

    private static ContentProblem? Lesson(Catalogue catalogue, Reference reference)
    {
        var (course, lesson) = Split(reference.Id);
        if (catalogue.FindCourse(course) is not { } found)
            return Missing(new("kind.course"), reference with { Id = course }, catalogue.Courses.Select(item => item.Id));
        if (found.FindLesson(lesson) is not { } named)
            return Missing(new("kind.lesson", course), reference with { Id = lesson }, found.Lessons.Select(item => item.Id));
        return reference.Anchor is null || named.Text.In(reference.Locale!).Value.Outline.Any(heading => heading.Id == Markup.Slugs.Prefix + reference.Anchor) // set with the anchor
            ? null
            : Error(reference, "link-anchor.lesson", lesson, reference.Anchor);
    }

    // Both sides are told: which of them has to change is for their authors to say.
    private static ContentProblem? Family(ILookup<string, QuestionFamily> homes, Reference reference)
    {
        var (course, id) = Split(reference.Id);
        var elsewhere = homes[id].FirstOrDefault(family => family.Course != course || !reference.File.EndsWith($"/quiz-{family.Quiz}.md", StringComparison.Ordinal));
        return elsewhere is null ? null
            : Error(reference, "quiz-family-twice", id, elsewhere.Quiz, elsewhere.Course);
    }

    private static (string Course, string Item) Split(string id) => id.Split('/') is [var course, var item] ? (course, item) : (id, "");

    private static ContentProblem Missing(Phrase kind, Reference reference, IEnumerable<string> known) => known.Any()
        ? Error(reference, "reference-missing.others", kind, reference.Id, string.Join(", ", known.Order(StringComparer.Ordinal).Take(12)))
        : Error(reference, "reference-missing", kind, reference.Id);

    private static ContentProblem Error(Reference reference, string key, params object[] arguments) => new(ProblemSeverity.Error, reference.File, reference.Line, new(key, arguments));
}
