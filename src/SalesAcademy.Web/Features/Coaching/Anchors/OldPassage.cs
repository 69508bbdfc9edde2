using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Coaching.Anchors;

/// <summary>A passage that a note is about, as it stood when the note was written, and what has become of it.</summary>
/// <param name="Title">The lesson in the language of the quote; null when it is gone.</param>
/// <param name="Before">The passage then; the quoted words alone where the lesson of that day cannot be had any more.</param>
/// <param name="Places">How many passages of the lesson say the same now.</param>
/// <param name="Changes">The wording of today against the one of then; null where no passage has clearly come of it.</param>
internal sealed record OldPassage(NoteRow Note, AnchorFate Fate, string? Title, string Before, int Places, IReadOnlyList<WordingStretch>? Changes);

internal sealed class OldPassageReading(AcademyDb db, Library library)
{
    /// <summary>Null unless the person wrote or received the note and it is about a passage.</summary>
    public async Task<OldPassage?> Of(CurrentPerson person, Guid id, CancellationToken cancellation)
    {
        var mine = db.Set<NoteRow>().Where(note => note.Author == person.Id && note.WithdrawnAt == null).Union(db.NotesOf(person.Id));
        if (await mine.SingleOrDefaultAsync(note => note.Id == id, cancellation) is not { Anchor: { } anchor } note || library.Find(note) is not { } found)
            return null;
        var (then, now) = (Lesson(note.ContentHash is { } hash ? library.At(hash) : null, note), Lesson(library.Now, note));
        var before = then?.Blocks.FirstOrDefault(block => block.Id == anchor.Block)?.Text ?? anchor.Quote;
        var places = now?.Blocks.Count(block => block.Text == before) ?? 0;
        var successor = places == 0 && then is not null && now is not null ? Wording.Successor(before, then.Passages(), now.Passages()) : null;
        return new OldPassage(note, found.Fate, now?.Title, before, places, successor is null ? null : Wording.Difference(before, successor.Text));
    }

    private static LessonText? Lesson(Catalogue? catalogue, NoteRow note) =>
        catalogue?.FindCourse(note.Course!)?.FindLesson(note.Lesson!)?.Text.In(note.Locale!) is { } text && text.Locale == note.Locale ? text.Value : null;
}
