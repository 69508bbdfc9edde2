using SalesAcademy.Content;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>
/// What kind of mistake a problem is, in words of the reader's language: the compiler's own sentence names the very words of the file and is
/// English, as those are.
/// </summary>
internal static class ProblemKind
{
    private static readonly (string Beginning, string Kind)[] Kinds =
    [
        ("quiz-locales", "locale"), ("lesson-locales", "locale"), ("locale", "locale"), ("field-languages", "locale"),
        ("quiz", "quiz"), ("lesson", "lesson"), ("course", "lesson"),
        ("markup", "markup"), ("heading", "markup"), ("dialogue", "markup"),
        ("link", "reference"), ("reference", "reference"), ("certification", "reference"), ("path", "reference"),
        ("image", "image"), ("asset", "image"),
        ("yaml", "file"), ("file", "file"), ("text", "file"), ("front-matter", "file"), ("field", "file"),
        ("compiler", "academy"), ("content", "academy"),
    ];

    /// <summary>locale, quiz, lesson, markup, reference, image, file or academy; everything else is a mistake in a document of rules.</summary>
    public static string Of(ContentProblem problem) =>
        Kinds.Where(kind => problem.Code.StartsWith(kind.Beginning, StringComparison.Ordinal)).Select(kind => kind.Kind).FirstOrDefault("document");
}
