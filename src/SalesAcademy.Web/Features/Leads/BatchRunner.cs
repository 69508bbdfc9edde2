using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Live;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Hands out the batches that somebody has said yes to, a lead a command. What is done is written with it, so that after a restart, or on another node, a batch goes on and no lead is given twice.</summary>
internal sealed partial class BatchRunner(
    Batches batches, IDbContextFactory<AcademyDb> contexts, Clock clock, TimeProvider time, ILive live, ILogger<BatchRunner> log) : BackgroundService
{
    private const int LeadsASignal = 10;

    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to hand out.</summary>
    public void Call() => calls.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Call();
        await using var timer = time.CreateTimer(_ => Call(), state: null, Often, Often);
        await foreach (var _ in calls.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await GoOn(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Postponed(log, e);
            }
        }
    }

    /// <summary>Goes on with everything that has begun and not ended, the oldest first.</summary>
    public async Task GoOn(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        foreach (var batch in await db.Set<BatchRow>().AsNoTracking().Where(b => b.EndedAt == null).OrderBy(b => b.At).ToListAsync(cancellation))
        {
            var reason = await db.Set<SpokenRow>().Where(s => s.Id == batch.Reason).Select(s => s.Words).SingleOrDefaultAsync(cancellation);
            foreach (var number in await db.Set<BatchLineRow>().Where(l => l.Batch == batch.Id && l.DoneAt == null).OrderBy(l => l.Number).Select(l => l.Number).ToListAsync(cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                await batches.HandOut(clock.Act(batch.Person, reason), batch, number);
                if (number % LeadsASignal == 0)
                    live.Spread(LiveHub.GroupOf(batch.Person), "lead-batch", number);
            }

            await batches.End(clock.Act(batch.Person), batch.Id);
            live.Spread(LiveHub.GroupOf(batch.Person), "lead-batch", batch.Leads);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Handing out a batch of leads was postponed to the next minute")]
    private static partial void Postponed(ILogger logger, Exception e);
}
