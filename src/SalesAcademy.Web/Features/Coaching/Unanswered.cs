using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Brings up notes that are not acknowledged: to their receiver, later to their author, each once, and to nobody who rests.</summary>
internal sealed class Unanswered(IDbContextFactory<AcademyDb> contexts, ILedger ledger, Library library, Clock clock)
{
    public const string ReceiverNotice = "notes-wait";
    public const string AuthorNotice = "notes-unanswered";

    // What nobody has answered in so long, no reminder will change.
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(60);

    public async Task BringUp(CancellationToken cancellation)
    {
        var (policy, now) = (library.Now.Coaching, clock.Now);
        if (policy is { RemindAfter: 0, TellAuthorAfter: 0 })
            return;
        foreach (var due in (await Waiting(now, cancellation)).Where(note => WorkedSince(policy, note, now) >= TimeSpan.FromHours(note.IsReminded ? policy.TellAuthorAfter : policy.RemindAfter)).GroupBy(note => (note.Person, note.IsReminded)))
            if (due.Key.IsReminded && policy.TellAuthorAfter > 0)
                foreach (var own in due.GroupBy(note => note.Author))
                    await TellAuthor(policy, own.Key, due.Key.Person, [.. own.Select(note => note.Id)], cancellation);
            else if (!due.Key.IsReminded && policy.RemindAfter > 0)
                await Remind(policy, due.Key.Person, [.. due.Select(note => note.Id)], cancellation);
    }

    private async Task<List<WaitingNote>> Waiting(DateTime now, CancellationToken cancellation)
    {
        var oldest = now - Oldest;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await (
            from note in db.Set<NoteRow>()
            join person in db.Set<PersonRow>() on note.Person equals person.Id
            where note.AcknowledgedAt == null && note.AuthorToldAt == null && note.WithdrawnAt == null && note.ReplyTo == null && note.At > oldest && (!note.Held || note.ReleasedAt != null) && person.SuspendedAt == null
            orderby note.At
            select new WaitingNote(note.Id, note.Person, note.Author, note.ReleasedAt ?? note.At, note.RemindedAt != null, person.Zone)).ToListAsync(cancellation);
    }

    private TimeSpan WorkedSince(CoachingPolicy policy, WaitingNote note, DateTime now)
    {
        var zone = Rest.ZoneOf(note.Zone, clock);
        return policy.Quiet.Worked(TimeZoneInfo.ConvertTimeFromUtc(note.Since, zone), TimeZoneInfo.ConvertTimeFromUtc(now, zone));
    }

    private Task<Decision<Done>> Remind(CoachingPolicy policy, Guid person, Guid[] ids, CancellationToken cancellation) => Tell(person, ids, async (entry, notes) =>
    {
        var fresh = notes.FindAll(note => note.RemindedAt is null);
        if (fresh.Count == 0 || await Rest.Until(entry.Db, policy, person, clock, entry.Act.At, cancellation) is not null || await entry.Db.OpenHolds(entry.Act.At).AnyAsync(hold => hold.Person == person, cancellation))
            return;
        fresh.ForEach(note => note.RemindedAt = entry.Act.At);
        entry.Record(new NotesRemindedOf(person, [.. fresh.Select(note => note.Id)]));
        // One notice with all of them, so that a letter does not say two numbers of one thing.
        var freshIds = fresh.ConvertAll(note => note.Id);
        var others = await entry.Db.NotesOf(person).CountAsync(note => note.AcknowledgedAt == null && note.RemindedAt != null && !freshIds.Contains(note.Id), cancellation);
        await entry.Settle(person, ReceiverNotice);
        await entry.Notify(person, ReceiverNotice, NotesWaiting.NotesUrl, $"{fresh.Count + others}");
    }, cancellation);

    private Task<Decision<Done>> TellAuthor(CoachingPolicy policy, Guid author, Guid person, Guid[] ids, CancellationToken cancellation) => Tell(person, ids, async (entry, notes) =>
    {
        var fresh = notes.FindAll(note => note.AuthorToldAt is null);
        if (fresh.Count == 0 || await Rest.Until(entry.Db, policy, author, clock, entry.Act.At, cancellation) is not null)
            return;
        fresh.ForEach(note => note.AuthorToldAt = entry.Act.At);
        entry.Record(new NotesLeftUnanswered(person, author, [.. fresh.Select(note => note.Id)]));
        await entry.Notify(author, AuthorNotice, $"{Board.Url}/{person}", $"{fresh.Count}", $"{policy.TellAuthorAfter}");
    }, cancellation);

    // Looked at again under the person's turn: another node, or an answer, may have been faster.
    private Task<Decision<Done>> Tell(Guid person, Guid[] ids, Func<Entry, List<NoteRow>, Task> tell, CancellationToken cancellation) => ledger.Run<Done>(clock.Act(), async entry =>
    {
        await entry.Hold(Holds.Turn(person));
        await tell(entry, await entry.Db.NotesOf(person).Where(note => ids.Contains(note.Id) && note.AcknowledgedAt == null).OrderBy(note => note.Sequence).ToListAsync(cancellation));
        return Done.Value;
    }, cancellation);

    private sealed record WaitingNote(Guid Id, Guid Person, Guid Author, DateTime Since, bool IsReminded, string Zone);
}
