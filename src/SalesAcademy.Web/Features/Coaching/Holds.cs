using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Whether a person sits a certification quiz, and what happens to their notes when it is over.</summary>
internal static class Holds
{
    /// <summary>The person's notes, their numbers and their holds take turns under this name.</summary>
    public static string Turn(Guid person) => $"notes:{person}";

    public static IQueryable<HoldRow> OpenHolds(this DbContext db, DateTime now) =>
        db.Set<HoldRow>().Where(hold => hold.EndedAt == null && (hold.Until == null || hold.Until > now));

    /// <summary>Ends the holds that time has ended; answers whether one is still open. Call it while holding the turn.</summary>
    public static async Task<bool> IsHolding(Entry entry, Guid person)
    {
        var open = await entry.Db.Set<HoldRow>().Where(hold => hold.Person == person && hold.EndedAt == null).ToListAsync();
        foreach (var over in open.Where(hold => hold.Until <= entry.Act.At))
            over.EndedAt = entry.Act.At;
        if (open.Exists(hold => hold.EndedAt is null))
            return true;
        if (open.Count > 0)
            await Release(entry, person);
        return false;
    }

    /// <summary>Lets the held notes go, in the order they were written.</summary>
    public static async Task Release(Entry entry, Guid person)
    {
        var held = await entry.Db.Set<NoteRow>().Where(note => note.Person == person && note.Held && note.ReleasedAt == null && note.WithdrawnAt == null).OrderBy(note => note.Sequence).ToListAsync();
        if (held.Count == 0)
            return;
        held.ForEach(note => note.ReleasedAt = entry.Act.At);
        entry.Record(new NotesReleased(person, [.. held.Select(note => note.Id)]));
    }
}
