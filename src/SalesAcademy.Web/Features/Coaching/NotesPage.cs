using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Coaching.Readers;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>All notes of a person, and whether they rest.</summary>
/// <param name="Focus">When their focus time ends; null without one.</param>
/// <param name="Lengths">How long it may be, in minutes.</param>
/// <param name="ReadsOthers">Whether there are notes between others that the policy lets them read.</param>
internal sealed record NotesPage(IReadOnlyList<ShownNote> Notes, DateTime? Focus, IReadOnlyList<int> Lengths, bool ReadsOthers);

internal sealed class NotesReading(AcademyDb db, NoteBook book, Library library, Clock clock)
{
    public async Task<NotesPage> Of(CurrentPerson person, CancellationToken cancellation) => new(
        await book.All(person, cancellation),
        await db.OpenFocus(clock.Now).Where(focus => focus.Person == person.Id).Select(focus => (DateTime?)focus.Until).SingleOrDefaultAsync(cancellation),
        [.. Focus.Lengths.Where(minutes => minutes <= library.Now.Coaching.LongestFocus * 60)],
        (Readable.RolesOf(person) != NoteReaders.None || person.Is(Role.Manager)) && await Readable.ThreadsFor(db, person, library.Now.Coaching.Readers).AnyAsync(cancellation));
}
