using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>
/// Sends what waits, in order for each lead and to each address by itself: one that answers slowly keeps nobody else waiting. A delivery is taken
/// through the Ledger before it is sent, so that of several nodes one sends it; a process that dies over it leaves it in the queue, and it is sent
/// again under the same id.
/// </summary>
internal sealed partial class WebhookSender(
    WebhookLine line, IDbContextFactory<AcademyDb> contexts, ILedger ledger, Clock clock, TimeProvider time, ILogger<WebhookSender> log) : BackgroundService
{
    // To one address.
    private const int AtOnce = 8;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        var lanes = new Dictionary<Guid, Task>();
        try
        {
            do
                await Resting(async () =>
                {
                    foreach (var webhook in await Due(stoppingToken))
                        if (!lanes.TryGetValue(webhook, out var lane) || lane.IsCompleted)
                            lanes[webhook] = Resting(() => SendTo(webhook, stoppingToken), stoppingToken);
                }, stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        finally
        {
            await Task.WhenAll(lanes.Values);
        }
    }

    /// <summary>Sends what is due until nothing is; returns how many tries that were.</summary>
    public async Task<int> SendDue(CancellationToken cancellation)
    {
        var (all, tries) = (0, 0);
        do
        {
            tries = (await Task.WhenAll((await Due(cancellation)).Select(webhook => SendTo(webhook, cancellation)))).Sum();
            all += tries;
        }
        while (tries > 0);
        return all;
    }

    private async Task<int> SendTo(Guid webhook, CancellationToken cancellation)
    {
        var tries = 0;
        while (await ledger.Run<List<Guid>>(clock.Act(), async entry => await Deliveries.Take(entry, webhook), cancellation) is Accepted<List<Guid>> { Value: { Count: > 0 } taken })
        {
            var sent = await Parcels(taken, cancellation);
            await Parallel.ForEachAsync(sent, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (parcel, token) => await Send(parcel.Webhook, parcel.Delivery, token));
            tries += sent.Count;
        }

        return tries;
    }

    // What fails is tried at the next look; a stop is no failure.
    private async Task Resting(Func<Task> work, CancellationToken stopping)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            Paused(log, e);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task<IReadOnlyList<Guid>> Due(CancellationToken cancellation)
    {
        var now = clock.Now;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<DeliveryRow>().Where(d => d.State == DeliveryState.Waiting && d.NextAt <= now).Select(d => d.Webhook).Distinct().ToListAsync(cancellation);
    }

    private async Task<IReadOnlyList<(WebhookRow Webhook, DeliveryRow Delivery)>> Parcels(List<Guid> taken, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return [.. (await db.Set<DeliveryRow>().Where(d => taken.Contains(d.Id)).Join(db.Set<WebhookRow>(), d => d.Webhook, w => w.Id, (d, w) => new { w, d }).ToListAsync(cancellation)).Select(p => (p.w, p.d))];
    }

    private async Task Send(WebhookRow webhook, DeliveryRow delivery, CancellationToken cancellation)
    {
        var attempt = await line.Send(webhook, delivery, cancellation);
        Sent(log, delivery.Type, attempt.Status ?? 0);
        // It has been sent: a stop must not keep that from being known.
        await ledger.Run<Done>(clock.Act(), async entry =>
        {
            await Deliveries.Keep(entry, delivery.Id, attempt);
            return Done.Value;
        }, CancellationToken.None);
    }

    [LoggerMessage(1, LogLevel.Warning, "The sender of webhooks paused")]
    private static partial void Paused(ILogger logger, Exception e);

    [LoggerMessage(2, LogLevel.Debug, "A webhook was told {Type} and answered {Status}")]
    private static partial void Sent(ILogger logger, string type, int status);
}
