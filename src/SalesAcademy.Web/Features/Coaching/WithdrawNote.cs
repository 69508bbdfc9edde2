using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Takes back a note that was just sent: within ten seconds, and never once its receiver has it. That it was is kept, and its author sees it.</summary>
internal sealed class WithdrawNote(ILedger ledger)
{
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    /// <summary>Whether there is still time; only the command knows whether it is delivered meanwhile.</summary>
    public static bool IsOpen(NoteRow note, DateTime now) => note is { DeliveredAt: null, WithdrawnAt: null } && now - note.At <= Window;

    /// <summary>Not found for somebody else's note. Refused: withdraw-delivered, withdraw-late.</summary>
    public Task<Decision<Done>> Run(Act act, Guid id) => ledger.Run<Done>(act, async entry =>
    {
        var mine = entry.Db.Set<NoteRow>().Where(note => note.Id == id && note.Author == entry.Act.Actor);
        if (await mine.Select(note => (Guid?)note.Person).SingleOrDefaultAsync() is not { } receiver)
            return Refusal.NotFound;
        await entry.Hold(Holds.Turn(receiver));
        var note = await mine.SingleAsync();
        if (note.WithdrawnAt is not null)
            return Done.Value;
        if (note.DeliveredAt is not null)
            return new Refusal("withdraw-delivered");
        if (!IsOpen(note, entry.Act.At))
            return new Refusal("withdraw-late", (int)Window.TotalSeconds);
        note.WithdrawnAt = entry.Act.At;
        entry.Record(new NoteWithdrawn(receiver, note.Id, note.Author));
        return Done.Value;
    });
}
