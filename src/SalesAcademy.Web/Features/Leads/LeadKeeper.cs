using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// What time does to leads, looked for every minute and also after days on which nothing ran: it warns owners and takes back what is over,
/// tries waiting leads again, and sends those past their service level to the pool. Doing it twice does no harm.
/// </summary>
internal sealed class LeadKeeper(
    LeadPool pool, Denials denials, Reviews reviews, LiveTable table, LeadNumbers numbers, Library library, IDbContextFactory<AcademyDb> contexts, Clock clock, TimeProvider time, ILogger<LeadKeeper> log) : Round(TimeSpan.FromMinutes(1), time, log, atOnce: true)
{
    private readonly SemaphoreSlim one = new(1);

    protected override async Task Go(CancellationToken stopping)
    {
        await numbers.Keep(stopping);
        await KeepDay(stopping);
        await TryWaiting(stopping);
    }

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    /// <summary>Warns and takes back, and says which contested denials and reviews are late, as of today.</summary>
    public async Task KeepDay(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (today, soon) = (clock.Today, clock.Today.AddDays(library.Now.Leads.Protection.Notice));
        var due = await db.Set<LeadRow>().Where(l => l.State == LeadState.Owned && l.LastDay <= soon && (l.LastDay < today || l.WarnedOf != l.LastDay)).OrderBy(l => l.LastDay).ThenBy(l => l.Id)
            .Select(l => new { l.Id, l.LastDay }).ToListAsync(cancellation);
        foreach (var lead in due)
        {
            if (lead.LastDay < today)
                await pool.Expire(clock.Act(), lead.Id);
            else
                await pool.Warn(clock.Act(), lead.Id);
        }

        if (await db.Set<DenialRow>().AnyAsync(d => d.DecidedAt == null && d.EscalatedAt == null && d.DueOn < today, cancellation))
            await denials.Escalate(clock.Act());
        if (await Reviews.Due(db, today).AnyAsync(cancellation))
            await reviews.Press(clock.Act());
    }

    /// <summary>Tries waiting leads, the oldest first. It asks the rules without writing before it opens a command for a lead.</summary>
    public async Task TryWaiting(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var waiting = await db.Set<LeadRow>().Where(l => l.State == LeadState.Waiting).OrderBy(l => l.WaitingSince).ThenBy(l => l.Id).ToListAsync(cancellation);
            if (waiting.Count == 0)
                return;
            foreach (var file in await LeadFile.Of(db, waiting, library.Now.Leads))
            {
                // Accounts may have been given to somebody since the files were read: the command looks again.
                if (file.Row.Decision is null || (await table.Foresee(db, library.Now, file.Now, AsOf.Now(clock))).Decision.Outcome != AssignmentOutcome.Held)
                    await pool.TryAgain(clock.Act(), file.Row.Id);
            }
        }
        finally
        {
            one.Release();
        }
    }
}
