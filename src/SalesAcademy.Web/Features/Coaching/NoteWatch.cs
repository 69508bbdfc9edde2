using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>What time does to notes, looked for every half minute: focus time ends, what is unanswered is brought up, what is unread is told of. Doing it twice does no harm.</summary>
internal sealed partial class NoteWatch(Unanswered unanswered, Digest digest, Focus focus, IDbContextFactory<AcademyDb> contexts, Clock clock, TimeProvider time, ILogger<NoteWatch> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database is away for a moment: the notes are still there at the next look.
                Postponed(log, e);
            }
    }

    internal async Task Look(CancellationToken cancellation)
    {
        var now = clock.Now;
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
            foreach (var person in await db.Set<FocusRow>().Where(f => f.EndedAt == null && f.Until <= now).Select(f => f.Person).ToListAsync(cancellation))
                await focus.End(clock.Act(), person, now);
        await unanswered.BringUp(cancellation);
        await digest.Send(cancellation);
    }

    [LoggerMessage(1, LogLevel.Warning, "Notes that wait were not looked at")]
    private static partial void Postponed(ILogger logger, Exception e);
}
