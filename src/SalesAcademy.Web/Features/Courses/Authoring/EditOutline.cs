using SalesAcademy.Content;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>A lesson of a course, taught or retired.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Language">The language of that.</param>
/// <param name="Url">Where it is written.</param>
internal sealed record OutlineLesson(string Id, string Title, string Language, string Url);

/// <summary>The lessons of a course as the draft of its file would have them.</summary>
/// <param name="Course">The course as it is taught.</param>
/// <param name="Page">The page of its file.</param>
/// <param name="Lessons">In their order.</param>
/// <param name="Retired">Those taught no more.</param>
internal sealed record OutlinePage(Course Course, DraftPage Page, IReadOnlyList<OutlineLesson> Lessons, IReadOnlyList<OutlineLesson> Retired);

/// <summary>Puts lessons of a course in another order, retires them and brings them back: a draft of the course's file, in which no other line changes.</summary>
internal sealed class EditOutline(DraftBook book, KeepDrafts keep, Library library, AcademyOptions options)
{
    /// <summary>Null for a course that is not there.</summary>
    public async Task<OutlinePage?> Find(string course, CurrentPerson person, CancellationToken cancellation)
    {
        if (library.Saved.FindCourse(course) is not { } taught || await book.Find(ContentEditing.CourseFile(course), person, typed: null, seen: 0, cancellation) is not { } page)
            return null;
        var files = CourseOutline.LessonsOf(options.Content, course);
        var outline = CourseOutline.Read(page.Text) ?? new([], []);
        var lessons = files.ToDictionary(file => file.Key, file => Lesson(file.Key, file.Value, ReaderLanguage.Current), StringComparer.Ordinal);
        return new(taught, page, [.. outline.InOrder([.. lessons.Keys]).Select(id => lessons[id])], [.. files.Select(file => file.Key).Intersect(outline.Retired, StringComparer.Ordinal).Select(id => lessons[id])]);
    }

    /// <summary>Refused: not-found for a lesson that is not there, outline-form where the file cannot be changed in these lines alone, and as a draft is.</summary>
    public async Task<Decision<int>> Run(Act act, OutlinePage page, string lesson, int version, string? beganFrom, Func<CourseOutline, IReadOnlyList<string>, CourseOutline> change)
    {
        string[] lessons = [.. CourseOutline.LessonsOf(options.Content, page.Course.Id).Select(file => file.Key)];
        if (!lessons.Contains(lesson, StringComparer.Ordinal))
            return Refusal.NotFound;
        var text = KeepDrafts.Plain(page.Page.Text);
        return CourseOutline.Read(text) is { } outline && change(outline, lessons).In(text) is { } written
            ? await keep.Save(act, page.Page.Page.Path, written, version, beganFrom)
            : new Refusal("outline-form");
    }

    private OutlineLesson Lesson(string id, IReadOnlyList<string> files, string language)
    {
        var file = files.FirstOrDefault(file => EditedPlace.Of(file).Locale == language) ?? files[0];
        return new(id, book.TitleOf(file), EditedPlace.Of(file).Locale, EditedPage.UrlOf(file));
    }
}
