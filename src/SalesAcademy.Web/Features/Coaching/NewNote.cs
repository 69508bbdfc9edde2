using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>What became of a sent note.</summary>
/// <param name="Rests">When its receiver may be disturbed again; null when they may be now.</param>
internal sealed record SentNote(Guid Note, long Sequence, bool Held, DateTime? Rests = null);

/// <summary>Puts a note into its receiver's stream, whoever of the two wrote it.</summary>
internal static class NewNote
{
    /// <summary>Its number there, and whether it is held; nobody else's note gets that number until the act is over.</summary>
    public static async Task<(long Sequence, bool Held)> Next(Entry entry, Guid person)
    {
        await entry.Hold(Holds.Turn(person));
        var holds = entry.Db.Set<HoldRow>().Where(hold => hold.EndedAt == null);
        var notes = entry.Db.Set<NoteRow>();
        var now = await entry.Db.Set<PersonRow>().Where(p => p.Id == person)
            .Select(p => new { Last = notes.Where(note => note.Person == p.Id).Max(note => (long?)note.Sequence), HasHolds = holds.Any(hold => hold.Person == p.Id) }).SingleAsync();
        return (1 + (now.Last ?? 0), now.HasHolds && await Holds.IsHolding(entry, person));
    }

    public static SentNote Put(Entry entry, NoteRow note)
    {
        entry.Db.Add(note);
        entry.Record(new NoteSent(note.Person, note.Id, note.Author, note.Sequence, note.Held, note.ReplyTo));
        return new SentNote(note.Id, note.Sequence, note.Held);
    }
}
