using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Readers;

/// <summary>Opens an exchange between two others. That it was read is recorded first, once for each reader, exchange and day.</summary>
internal sealed class ReadThread(ILedger ledger, Library library)
{
    public Task<Decision<Done>> Run(Act act, CurrentPerson reader, Guid thread) => ledger.Run<Done>(act, async entry =>
    {
        if (await Readable.ThreadsFor(entry.Db, reader, library.Now.Coaching.Readers).SingleOrDefaultAsync(note => note.Id == thread) is not { } note)
            return Refusal.NotFound;
        await entry.Hold($"coaching-reading:{thread}:{reader.Id}");
        if (await entry.Db.FindAsync<NoteReadingRow>(thread, reader.Id, entry.Act.Today) is not null)
            return Done.Value;
        var byRole = note.Readers & library.Now.Coaching.Readers & Readable.RolesOf(reader);
        entry.Db.Add(new NoteReadingRow { Thread = thread, Reader = reader.Id, Day = entry.Act.Today });
        entry.Record(new CoachingRead(note.Person, note.Author, thread, reader.Id, byRole == NoteReaders.None ? NoteReaders.CoachManager : byRole));
        return Done.Value;
    });
}
