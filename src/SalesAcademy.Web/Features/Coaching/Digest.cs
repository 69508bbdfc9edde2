using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Tells people of notes they have not read, in one notice and so in one letter: never oftener than the policy says, never in their rest, never of what they have read meanwhile.</summary>
internal sealed class Digest(IDbContextFactory<AcademyDb> contexts, ILedger ledger, Library library, Clock clock)
{
    public const string Notice = "notes-unread";

    // Whoever is about to look needs no letter.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public async Task Send(CancellationToken cancellation)
    {
        var policy = library.Now.Coaching;
        if (policy.DigestEvery == 0)
            return;
        var (now, before) = (clock.Now, clock.Now.AddHours(-policy.DigestEvery));
        var newest = now - Patience;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var people = await Unread(db, newest).Where(note => !db.Set<DigestRow>().Any(digest => digest.Person == note.Person && (digest.At > before || digest.At >= note.At)))
            .Select(note => note.Person).Distinct().ToListAsync(cancellation);
        foreach (var person in people)
            await ledger.Run<Done>(clock.Act(), async entry =>
            {
                await entry.Hold(Holds.Turn(person));
                var digest = await entry.Db.FindAsync<DigestRow>(person);
                if (digest?.At > before || await Rest.Until(entry.Db, policy, person, clock, entry.Act.At, cancellation) is not null || await entry.Db.OpenHolds(entry.Act.At).AnyAsync(hold => hold.Person == person, cancellation))
                    return Done.Value;
                if (await Unread(entry.Db, newest).CountAsync(note => note.Person == person, cancellation) is not (> 0 and var count))
                    return Done.Value;
                if (digest is null)
                    entry.Db.Add(new DigestRow { Person = person, At = entry.Act.At });
                else
                    digest.At = entry.Act.At;
                await entry.Settle(person, Notice);
                await entry.Notify(person, Notice, NotesWaiting.NotesUrl, $"{count}");
                return Done.Value;
            }, cancellation);
    }

    private static IQueryable<NoteRow> Unread(DbContext db, DateTime newest) =>
        db.Set<NoteRow>().Where(note => note.ReadAt == null && note.WithdrawnAt == null && (!note.Held || note.ReleasedAt != null) && (note.ReleasedAt ?? note.At) <= newest);
}
