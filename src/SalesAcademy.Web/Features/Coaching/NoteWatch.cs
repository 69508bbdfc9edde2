using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>What time does to notes, looked for every half minute: focus time ends, what is unanswered is brought up, what is unread is told of. Doing it twice does no harm.</summary>
internal sealed class NoteWatch(Unanswered unanswered, Digest digest, Focus focus, IDbContextFactory<AcademyDb> contexts, Clock clock, TimeProvider time, ILogger<NoteWatch> log) : Round(TimeSpan.FromSeconds(30), time, log)
{
    protected override Task Go(CancellationToken stopping) => Look(stopping);

    internal async Task Look(CancellationToken cancellation)
    {
        var now = clock.Now;
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
            foreach (var person in await db.Set<FocusRow>().Where(f => f.EndedAt == null && f.Until <= now).Select(f => f.Person).ToListAsync(cancellation))
                await focus.End(clock.Act(), person, now);
        await unanswered.BringUp(cancellation);
        await digest.Send(cancellation);
    }
}
