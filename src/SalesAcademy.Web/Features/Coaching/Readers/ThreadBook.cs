using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Coaching.Readers;

/// <summary>An exchange between two others, not yet opened: its words are read only on its own page.</summary>
/// <param name="Notes">How many notes it has.</param>
internal sealed record ThreadLine(Guid Thread, string Seller, string Coach, DateTime Begun, int Notes);

/// <summary>The exchanges somebody may read, the newest first.</summary>
/// <param name="Of">Whose, where the page was asked for one person.</param>
internal sealed record ThreadsPage(IReadOnlyList<ThreadLine> Lines, string? Of);

/// <summary>An exchange, opened.</summary>
internal sealed record ThreadPage(NoteRow Begun, string Seller, string Coach, IReadOnlyList<NoteRow> Notes, IReadOnlyList<Reading> Readings);

internal sealed class ThreadBook(AcademyDb db, Library library)
{
    private const int Newest = 100;

    public async Task<ThreadsPage> All(CurrentPerson reader, Guid? person, CancellationToken cancellation)
    {
        var threads = Readable.ThreadsFor(db, reader, library.Now.Coaching.Readers);
        if (person is not null)
            threads = threads.Where(note => note.Person == person || note.Author == person);
        var delivered = Readable.Delivered(db);
        var lines = await (
            from note in threads.OrderByDescending(note => note.At).Take(Newest)
            join seller in db.Set<PersonRow>() on note.Person equals seller.Id
            join coach in db.Set<PersonRow>() on note.Author equals coach.Id
            orderby note.At descending
            select new ThreadLine(note.Id, seller.Name, coach.Name, note.At, delivered.Count(other => other.Id == note.Id || other.Thread == note.Id))).ToListAsync(cancellation);
        return new ThreadsPage(lines, person is null ? null : await db.Set<PersonRow>().Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(cancellation));
    }

    /// <summary>One exchange; null when the reader may not read it.</summary>
    public async Task<ThreadPage?> One(CurrentPerson reader, Guid thread, CancellationToken cancellation)
    {
        var found = await (
            from note in Readable.ThreadsFor(db, reader, library.Now.Coaching.Readers)
            where note.Id == thread
            join seller in db.Set<PersonRow>() on note.Person equals seller.Id
            join coach in db.Set<PersonRow>() on note.Author equals coach.Id
            select new { note, Seller = seller.Name, Coach = coach.Name }).SingleOrDefaultAsync(cancellation);
        if (found is null)
            return null;
        return new ThreadPage(found.note, found.Seller, found.Coach, await Readable.Exchange(db, thread).ToListAsync(cancellation), [.. (await db.ReadingsOf([found.note], cancellation))[thread]]);
    }
}
