using SalesAcademy.Content;
using SalesAcademy.Content.Editing;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>What checking the academy with a text in its place gives.</summary>
/// <param name="Own">What is wrong with the page itself.</param>
/// <param name="Beside">Errors in what is published together with it.</param>
/// <param name="Others">Errors anywhere else, which keep it from being published too.</param>
/// <param name="Html">The lesson or battle card as it would be read; null for a page of another kind, and where it has never been without errors.</param>
/// <param name="IsLastGood">Whether what is shown is an earlier text, since this one has errors.</param>
/// <param name="Language">The language it is written in; null for both.</param>
internal sealed record DraftFindings(IReadOnlyList<ContentProblem> Own, IReadOnlyList<ContentProblem> Beside, IReadOnlyList<ContentProblem> Others, string? Html, bool IsLastGood, string? Language)
{
    /// <summary>What is to be said of the same page in the other language because of this one, such as a change that only one of them is marked with.</summary>
    public IReadOnlyList<ContentProblem> Twin { get; init; } = [];

    /// <summary>Whether it is a page that is shown as it will be read: a lesson or a battle card.</summary>
    public bool IsShown { get; init; }

    /// <summary>The academy with the text in its place.</summary>
    public required Catalogue Catalogue { get; init; }

    public bool HasErrors => Beside.Count + Others.Count > 0 || Own.Any(problem => problem.Severity == ProblemSeverity.Error);
}

/// <summary>Reads a text in its place among all others, by the rules of `content check`; nothing is kept.</summary>
internal sealed class DraftCheck(AcademyOptions options, Library library)
{
    /// <param name="path">The file.</param>
    /// <param name="text">What it is to say.</param>
    /// <param name="beside">What is published together with it.</param>
    /// <param name="cancellation">Stops early.</param>
    public DraftFindings Of(string path, string text, IReadOnlyList<EditedFile> beside, CancellationToken cancellation)
    {
        var result = ContentEditing.Check(options.Content, [new(path, Bytes(path, text)), .. beside], library.Saved, cancellation);
        var own = result.Problems.Where(problem => problem.File == path).ToArray();
        var others = result.Problems.Where(problem => problem.File != path && problem.Severity == ProblemSeverity.Error).ToLookup(problem => beside.Any(file => file.Path == problem.File));
        var place = EditedPlace.Of(path);
        var errors = own.Any(problem => problem.Severity == ProblemSeverity.Error);
        return new(own, [.. others[true]], [.. others[false]], Shown(result.Catalogue!.FindCourse(place.Course), place), errors, place.Locale is { Length: > 0 } locale ? locale : null) // compiled with a previous one
        {
            Catalogue = result.Catalogue,
            IsShown = place.IsLesson || place.IsCard,
            Twin = [.. result.Problems.Where(problem => problem.File == EditedPlace.TwinOf(path) && problem.Severity == ProblemSeverity.Warning)],
        };
    }

    /// <summary>The bytes that would be written: lines that were not touched stay as they are in the file.</summary>
    public byte[] Bytes(string path, string text) => ContentEditing.Write(ContentEditing.IsFree(options.Content, path) ? [] : File.ReadAllBytes(Path.Combine(options.Content, path)), text);

    private static string? Shown(Course? course, EditedPlace place)
    {
        if (place.IsCard)
            return course?.Card?.In(place.Locale) is { FellBack: false } card ? card.Value.Html : null;
        return course?.FindLesson(place.Lesson)?.Text.In(place.Locale) is { FellBack: false } lesson ? lesson.Value.Html : null;
    }
}
