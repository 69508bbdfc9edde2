using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>Puts what happened into the queue of every webhook that wants to know it. Hearing it twice puts it there once.</summary>
internal sealed class WebhookPush(IDbContextFactory<AcademyDb> contexts, ILedger ledger, Clock clock) : IConsumer
{
    public string Name => "webhooks";

    public async Task Consume(IReadOnlyList<EventRow> inOrder, CancellationToken cancellation)
    {
        if (WebhookMessages.Among(inOrder) is not { Count: > 0 } told)
            return;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (!await db.Set<WebhookRow>().AnyAsync(w => w.DisabledAt == null, cancellation))
            return;
        var messages = await WebhookMessages.Of(db, told, cancellation);
        await ledger.Run<Done>(clock.Act(), async entry =>
        {
            await entry.Hold(Deliveries.Queue);
            var listening = await entry.Db.Set<WebhookRow>().AsNoTracking().Where(w => w.DisabledAt == null).ToListAsync(cancellation);
            await Deliveries.Add(entry, listening.SelectMany(webhook => messages.Where(m => m.At >= webhook.Since && webhook.Types.Split(' ').Contains(m.Type)).Select(m => (webhook.Id, m))));
            return Done.Value;
        }, cancellation);
    }
}
