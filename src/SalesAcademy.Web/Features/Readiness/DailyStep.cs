using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>
/// Takes the daily step of every tier at the organisation's midnight, and at start-up for the days the academy was not running. Each
/// person's row says how far it was stepped and is held while it is, so neither a restart in the middle nor a second node steps a day twice.
/// </summary>
internal sealed partial class DailyStep(
    TierSteps tiers, ILedger ledger, IDbContextFactory<AcademyDb> contexts, Clock clock, TimeProvider time, ILogger<DailyStep> log) : BackgroundService
{
    /// <summary>People in one command: the writer is not kept from others for long.</summary>
    private const int Batch = 200;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(1);

    /// <summary>Brings everybody to today; returns how many were behind.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var stepped = 0;
        while (await Behind(cancellation) is { Length: > 0 } people)
        {
            await ledger.Run<Done>(clock.Act(), async entry =>
            {
                await tiers.CatchUp(entry, people);
                return Done.Value;
            }, cancellation);
            stepped += people.Length;
        }

        return stepped;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = TryAgain;
            try
            {
                if (await Run(stoppingToken) is > 0 and var people)
                    Stepped(log, people, clock.Today);
                wait = UntilMidnight();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database may be away for a moment; the rows still say from which day to go on.
                Failed(log, e);
            }

            await Task.Delay(wait, time, stoppingToken);
        }
    }

    private async Task<Guid[]> Behind(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var today = clock.Today;
        return await db.Set<TierRow>().Where(t => t.SteppedOn < today).OrderBy(t => t.Person).Take(Batch).Select(t => t.Person).ToArrayAsync(cancellation);
    }

    // Looking at least once an hour meets also a midnight that a change of clocks has moved.
    private TimeSpan UntilMidnight()
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(clock.Now, clock.Zone);
        var wait = local.Date.AddDays(1) - local;
        return wait < Hour ? wait : Hour;
    }

    [LoggerMessage(1, LogLevel.Information, "Tiers of {People} people were stepped to {Day}")]
    private static partial void Stepped(ILogger logger, int people, DateOnly day);

    [LoggerMessage(2, LogLevel.Error, "The daily step failed and will be taken again")]
    private static partial void Failed(ILogger logger, Exception e);
}
