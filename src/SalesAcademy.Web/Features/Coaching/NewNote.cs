using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>What became of a sent note.</summary>
/// <param name="Rests">When its receiver may be disturbed again; null when they may be now.</param>
internal sealed record SentNote(Guid Note, long Sequence, bool Held, DateTime? Rests = null);

/// <summary>Who is to get a note, as their turn found them.</summary>
/// <param name="Next">The number of their next note.</param>
/// <param name="Held">Whether it is kept back until their certification quiz is over.</param>
/// <param name="Zone">Their time zone, for quiet hours.</param>
/// <param name="Focus">When their focus time ends, UTC; null without any.</param>
internal sealed record NoteReceiver(string ContentLanguage, long Next, bool Held, string Zone, DateTime? Focus);

/// <summary>Puts a note into its receiver's stream, whoever of the two wrote it.</summary>
internal static class NewNote
{
    /// <summary>The receiver, if they are among these people; nobody else's note gets their next number until the act is over.</summary>
    public static async Task<NoteReceiver?> To(Entry entry, Guid person, IQueryable<PersonRow> among)
    {
        await entry.Hold(Holds.Turn(person));
        var holds = entry.Db.Set<HoldRow>().Where(hold => hold.EndedAt == null);
        var notes = entry.Db.Set<NoteRow>();
        var focus = entry.Db.OpenFocus(entry.Act.At);
        // One question for all of it: it is asked of every note, with the ledger waiting.
        var now = await among.Where(p => p.Id == person).Select(p => new
        {
            p.ContentLanguage,
            p.Zone,
            Last = notes.Where(note => note.Person == p.Id).Max(note => (long?)note.Sequence),
            HasHolds = holds.Any(hold => hold.Person == p.Id),
            Focus = focus.Where(f => f.Person == p.Id).Max(f => (DateTime?)f.Until),
        }).SingleOrDefaultAsync();
        return now is null ? null : new NoteReceiver(now.ContentLanguage, 1 + (now.Last ?? 0), now.HasHolds && await Holds.IsHolding(entry, person), now.Zone, now.Focus);
    }

    public static SentNote Put(Entry entry, NoteRow note)
    {
        entry.Db.Add(note);
        entry.Record(new NoteSent(note.Person, note.Id, note.Author, note.Sequence, note.Held, note.ReplyTo));
        return new SentNote(note.Id, note.Sequence, note.Held);
    }
}
