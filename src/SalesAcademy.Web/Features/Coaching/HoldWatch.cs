using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Releases notes whose hold time has ended although nobody looks.</summary>
internal sealed partial class HoldWatch(IDbContextFactory<AcademyDb> contexts, ILedger ledger, Clock clock, TimeProvider time, ILogger<HoldWatch> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await EndAll(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database is away for a moment: the holds are still there at the next look.
                LookFailed(log, e);
            }
        }
    }

    private async Task EndAll(CancellationToken cancellation)
    {
        var now = clock.Now;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        foreach (var person in await db.Set<HoldRow>().Where(hold => hold.EndedAt == null && hold.Until <= now).Select(hold => hold.Person).Distinct().ToListAsync(cancellation))
            await ledger.Run<Done>(clock.Act(), async entry =>
            {
                await entry.Hold(Holds.Turn(person));
                await Holds.IsHolding(entry, person);
                return Done.Value;
            }, cancellation);
    }

    [LoggerMessage(1, LogLevel.Warning, "Holds that have ended were not looked at")]
    private static partial void LookFailed(ILogger logger, Exception e);
}
