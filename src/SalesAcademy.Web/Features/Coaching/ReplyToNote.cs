using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Answers a note one has received. The answer is a note to its author, in that person's own order.</summary>
internal sealed class ReplyToNote(ILedger ledger)
{
    /// <summary>Refused with thread-ended once neither of the two answers for the other's team.</summary>
    public Task<Decision<SentNote>> Run(Act act, Guid answered, string? text, CancellationToken cancellation = default) => ledger.Run<SentNote>(act, async entry =>
    {
        if (entry.Act.Actor is not { } author || await entry.Db.NotesOf(author).SingleOrDefaultAsync(n => n.Id == answered) is not { } note)
            return Refusal.NotFound;
        var decided = NoteText.Decide(text);
        if (decided is not Accepted<string> words)
            return ((Refused<string>)decided).Reason;
        if (!await AreTogether(entry, author, note.Author))
            return new Refusal("thread-ended");
        if (await NewNote.To(entry, note.Author, entry.Db.Set<PersonRow>()) is not { } receiver)
            return Refusal.NotFound;
        return NewNote.Put(entry, new NoteRow
        {
            Id = entry.NewId(),
            Person = note.Author,
            Sequence = receiver.Next,
            Author = author,
            Text = words.Value,
            ReplyTo = note.Id,
            Thread = note.Thread ?? note.Id,
            Readers = note.Readers, // what was said to the two when they began holds to the end
            At = entry.Act.At,
            Held = receiver.Held,
        });
    }, cancellation);

    private static async Task<bool> AreTogether(Entry entry, Guid one, Guid other) =>
        await entry.Db.Set<PersonRow>().AnyAsync(person => person.Id == other && person.SuspendedAt == null)
        && (await Staff.ManagersOf(entry.Db, one).AnyAsync(manager => manager == other) || await Staff.ManagersOf(entry.Db, other).AnyAsync(manager => manager == one));
}
