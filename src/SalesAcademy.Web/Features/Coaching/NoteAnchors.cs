using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Where the words notes are about stand in the lessons as they are now.</summary>
internal static class NoteAnchors
{
    public static IReadOnlyList<Passage> Passages(this LessonText lesson) => [.. lesson.Blocks.Select(block => new Passage(block.Id, block.Text))];

    /// <summary>Sought in the language they were quoted in, whichever its reader reads now; null for a note to the person.</summary>
    public static Found? Find(this Library library, NoteRow note)
    {
        if (note.Anchor is not { } anchor)
            return null;
        var text = library.Now.FindCourse(note.Course!)?.FindLesson(note.Lesson!)?.Text.In(note.Locale!);
        return text is null || text.Value.Locale != note.Locale ? new Found(AnchorFate.Orphan, null) : anchor.FindIn(text.Value.Value.Passages());
    }
}
