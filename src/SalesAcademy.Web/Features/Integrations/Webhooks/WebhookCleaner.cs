using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>
/// Takes old deliveries and their tries out of the queue. They are copies of what the trunk holds, and answers of other systems; what still
/// waits is never taken, nor the newest, from which the next one gets its number.
/// </summary>
internal sealed partial class WebhookCleaner(IDbContextFactory<AcademyDb> contexts, ILedger ledger, Clock clock, TimeProvider time, ILogger<WebhookCleaner> log) : Round(TimeSpan.FromHours(1), time, log, atOnce: true)
{
    /// <summary>How long they are kept, counted from what they tell of.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int AtOnce = 200;

    protected override async Task Go(CancellationToken stopping)
    {
        if (await Run(stopping) is > 0 and var gone)
            Cleaned(Log, gone);
    }

    /// <summary>Takes out all that is old, a few hundred at a time, so that nobody waits long for the queue; returns how many.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var gone = 0;
        for (var some = AtOnce; some == AtOnce; gone += some)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            if (!await Old(db).AnyAsync(cancellation))
                return gone;
            some = await ledger.Run<int>(clock.Act(), async entry =>
            {
                await entry.Hold(Deliveries.Queue);
                var old = await Old(entry.Db).AsTracking().OrderBy(d => d.Number).Take(AtOnce).ToListAsync(cancellation);
                var ids = old.ConvertAll(d => d.Id);
                entry.Db.RemoveRange(await entry.Db.Set<TryRow>().AsTracking().Where(t => ids.Contains(t.Delivery)).ToListAsync(cancellation));
                entry.Db.RemoveRange(old);
                return old.Count;
            }, cancellation) is Accepted<int> { Value: var count } ? count : 0;
        }

        return gone;
    }

    private IQueryable<DeliveryRow> Old(AcademyDb db)
    {
        var before = clock.Now - Kept;
        var all = db.Set<DeliveryRow>();
        return all.Where(d => d.State != DeliveryState.Waiting && d.At < before && d.Number < all.Max(newest => newest.Number));
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} deliveries older than 30 days were taken out")]
    private static partial void Cleaned(ILogger logger, int count);
}
