using System.Globalization;
using SalesAcademy.Domain.Integrations;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>The commands about webhooks.</summary>
internal sealed class WebhookDesk(Signing signing)
{
    /// <summary>Begins to tell an address what happens from now on. Refused: types-needed.</summary>
    public Decision<Guid> Add(Entry entry, string address, IReadOnlyList<string> types, string secret)
    {
        if (types.Count == 0 || types.Except(WebhookTypes.All).Any())
            return new Refusal("types-needed");
        var row = new WebhookRow
        {
            Id = entry.NewId(),
            Address = address,
            Types = string.Join(' ', WebhookTypes.All.Intersect(types)),
            Secret = signing.Hide(secret),
            CreatedAt = entry.Act.At,
            Since = entry.Act.At,
        };
        entry.Db.Add(row);
        entry.Record(new WebhookAdded(row.Id, row.Types));
        return row.Id;
    }

    /// <summary>Signs with a new secret, and for a day with the old one too. Refused: not-found.</summary>
    public async Task<Decision<Done>> Rotate(Entry entry, Guid id, string secret)
    {
        if (await entry.Db.FindAsync<WebhookRow>(id) is not { } row)
            return Refusal.NotFound;
        (row.OldSecret, row.OldSecretUntil, row.Secret) = (row.Secret, entry.Act.At + Signing.OldIsGoodFor, signing.Hide(secret));
        entry.Record(new WebhookSecretRotated(id));
        return Done.Value;
    }

    /// <summary>Switches a webhook off or on; what happened meanwhile is not told. Refused: not-found.</summary>
    public static async Task<Decision<Done>> Switch(Entry entry, Guid id, bool on)
    {
        await entry.Hold(Deliveries.Queue);
        if (await entry.Db.FindAsync<WebhookRow>(id) is not { } row)
            return Refusal.NotFound;
        if (!on)
            await Deliveries.Disable(entry, row, WebhookEnd.ByHand);
        if (!on || row.DisabledAt is null)
            return Done.Value;
        (row.DisabledAt, row.DisabledWhy, row.FailingSince, row.Since) = (null, null, null, entry.Act.At);
        entry.Record(new WebhookEnabled(id));
        return Done.Value;
    }

    /// <summary>Puts a message into the queue that only says that somebody tries. Refused: not-found, webhook-off.</summary>
    public static async Task<Decision<Done>> Test(Entry entry, Guid id)
    {
        await entry.Hold(Deliveries.Queue);
        if (await entry.Db.FindAsync<WebhookRow>(id) is not { } row)
            return Refusal.NotFound;
        if (row.DisabledAt is not null)
            return new Refusal("webhook-off");
        var test = entry.NewId();
        await Deliveries.Add(entry, [(id, WebhookMessage.Of(string.Create(CultureInfo.InvariantCulture, $"{WebhookTypes.Test}:{test}"), WebhookTypes.Test, test, entry.Act.At, new { Webhook = id }))]);
        return Done.Value;
    }

    /// <summary>Sends a delivery again, under its old id. Refused: not-found, webhook-off.</summary>
    public static async Task<Decision<Done>> Repeat(Entry entry, Guid webhook, Guid delivery)
    {
        await entry.Hold(Deliveries.Queue);
        if (await entry.Db.FindAsync<DeliveryRow>(delivery) is not { } row || row.Webhook != webhook || await entry.Db.FindAsync<WebhookRow>(webhook) is not { } owner)
            return Refusal.NotFound;
        if (owner.DisabledAt is not null)
            return new Refusal("webhook-off");
        (row.State, row.Tries, row.NextAt) = (DeliveryState.Waiting, 0, entry.Act.At);
        return Done.Value;
    }
}
