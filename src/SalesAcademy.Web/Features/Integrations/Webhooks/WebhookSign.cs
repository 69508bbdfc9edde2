using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Health;

namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>Whether what happened is told to other systems in time. The academy serves all the same, so it is only told.</summary>
internal sealed class WebhookSign(IDbContextFactory<AcademyDb> contexts, Clock clock) : IHealthSign
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    public string Name => "webhooks";

    public bool StopsServing => false;

    public async Task<string?> Look(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (now, late) = (clock.Now, clock.Now - Late);
        var waiting = db.Set<DeliveryRow>().Where(d => d.State == DeliveryState.Waiting && d.At < late);
        if (await waiting.CountAsync(cancellation) is not (> 0 and var count))
            return null;
        var oldest = now - await waiting.MinAsync(d => d.At, cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{count} deliveries wait, the oldest for {(int)oldest.TotalMinutes} min");
    }
}
