using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>The steps of a note on its receiver's side: delivered, read, acknowledged, helped. None is ever taken back.</summary>
internal sealed class NoteSteps(ILedger ledger, Clock clock, BoardPush board)
{
    /// <summary>Marks exactly the notes that are about to be shown; without new ones nothing is written. Gives back those that were taken back since they were read: nobody may show them.</summary>
    public async Task<IReadOnlySet<Guid>> Deliver(CurrentPerson receiver, IEnumerable<NoteRow> shown)
    {
        var fresh = shown.Where(note => note.DeliveredAt is null).Select(note => note.Id).ToArray();
        var gone = fresh.ToHashSet();
        if (fresh.Length == 0)
            return gone;
        await ledger.Run<Done>(clock.Act(receiver.Id), async entry =>
        {
            await entry.Hold(Holds.Turn(receiver.Id));
            gone.RemoveWhere(note => entry.Execute(NoteStatements.Deliver, entry.Act.At, note, receiver.Id) > 0);

            return Done.Value;
        });
        board.Touch(receiver.Team);
        return gone;
    }

    public async Task<Decision<Done>> Read(Act act, CurrentPerson receiver, Guid id)
    {
        var read = await ledger.Run<Done>(act, async entry =>
        {
            if (await entry.Db.NotesOf(receiver.Id).SingleOrDefaultAsync(note => note.Id == id) is not { } note)
                return Refusal.NotFound;
            await See(entry, note);
            return Done.Value;
        });
        board.Touch(receiver.Team);
        return read;
    }

    public Task<Decision<Done>> Acknowledge(Act act, CurrentPerson receiver, Guid id) => ledger.Run<Done>(act, async entry =>
    {
        if (await entry.Db.NotesOf(receiver.Id).SingleOrDefaultAsync(note => note.Id == id) is not { } note)
            return Refusal.NotFound;
        await Acknowledge(entry, note);
        return Done.Value;
    });

    /// <summary>The receiver says, once, that a note helped; that acknowledges it too.</summary>
    public Task<Decision<Done>> Help(Act act, CurrentPerson receiver, Guid id) => ledger.Run<Done>(act, async entry =>
    {
        if (await entry.Db.NotesOf(receiver.Id).SingleOrDefaultAsync(note => note.Id == id) is not { } note)
            return Refusal.NotFound;
        await Acknowledge(entry, note);
        if (note.HelpedAt is not null)
            return Done.Value;
        note.HelpedAt = entry.Act.At;
        entry.Record(new NoteHelped(note.Person, note.Id, note.Author));
        return Done.Value;
    });

    private static async Task Acknowledge(Entry entry, NoteRow note)
    {
        if (note.AcknowledgedAt is not null)
            return;
        await See(entry, note);
        note.AcknowledgedAt = entry.Act.At;
        entry.Record(new NoteAcknowledged(note.Person, note.Id, note.Author));
    }

    private static async Task See(Entry entry, NoteRow note)
    {
        note.DeliveredAt ??= entry.Act.At;
        if (note.ReadAt is not null)
            return;
        note.ReadAt = entry.Act.At;
        // Of what has been read no letter tells any more.
        if (!await entry.Db.NotesOf(note.Person).AnyAsync(other => other.Id != note.Id && other.ReadAt == null))
            await entry.Settle(note.Person, Digest.Notice);
    }
}
