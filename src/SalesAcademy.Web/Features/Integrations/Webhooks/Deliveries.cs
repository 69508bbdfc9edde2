using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Integrations;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>The commands about deliveries: into the queue, taken out to be sent, and what came of it.</summary>
internal static class Deliveries
{
    /// <summary>Held by whoever changes the queue.</summary>
    public const string Queue = "webhook-queue";

    public const string GoneNotice = "webhook-gone";
    public const string FailingNotice = "webhook-failing";

    private const int MostAtOnce = 50;

    // Longer than any try may last: whoever died over one did not finish it.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Puts messages into the queue; what is there already is passed over. The queue must be held.</summary>
    public static async Task Add(Entry entry, IEnumerable<(Guid Webhook, WebhookMessage Message)> messages)
    {
        var wanted = messages.ToArray();
        var sources = wanted.Select(m => m.Message.Source).Distinct().ToArray();
        var known = (await entry.Db.Set<DeliveryRow>().Where(d => sources.Contains(d.Source)).Select(d => new { d.Webhook, d.Source }).ToListAsync()).Select(d => (d.Webhook, d.Source)).ToHashSet();
        var number = await entry.Db.Set<DeliveryRow>().MaxAsync(d => (long?)d.Number) ?? 0;
        entry.Db.AddRange(wanted.Where(m => !known.Contains((m.Webhook, m.Message.Source))).Select(m => new DeliveryRow
        {
            Id = entry.NewId(),
            Webhook = m.Webhook,
            Number = ++number,
            Source = m.Message.Source,
            Subject = m.Message.Subject,
            Type = m.Message.Type,
            Body = m.Message.Body,
            At = m.Message.At,
            State = DeliveryState.Waiting,
            NextAt = entry.Act.At,
        }).ToArray());
    }

    /// <summary>Takes what is due for one webhook, the oldest of each subject: while that one waits, what came after it about the same lead waits too.</summary>
    public static async Task<List<Guid>> Take(Entry entry, Guid webhook)
    {
        await entry.Hold(Queue);
        var (now, all) = (entry.Act.At, entry.Db.Set<DeliveryRow>());
        var due = await all.Where(d => d.Webhook == webhook && d.State == DeliveryState.Waiting && d.NextAt <= now)
            .Where(d => !all.Any(e => e.Webhook == d.Webhook && e.Subject == d.Subject && e.State == DeliveryState.Waiting && e.Number < d.Number))
            .OrderBy(d => d.NextAt).ThenBy(d => d.Number).Take(MostAtOnce).ToListAsync();
        foreach (var delivery in due)
            (delivery.Tries, delivery.NextAt) = (delivery.Tries + 1, now + Lease);
        return due.ConvertAll(d => d.Id);
    }

    /// <summary>Keeps what came of a try, and says what follows from it.</summary>
    public static async Task Keep(Entry entry, Guid id, Attempt attempt)
    {
        await entry.Hold(Queue);
        if (await entry.Db.FindAsync<DeliveryRow>(id) is not { } delivery)
            return; // older than deliveries are kept
        var webhook = (await entry.Db.FindAsync<WebhookRow>(delivery.Webhook))!; // webhooks are never deleted
        entry.Db.Add(new TryRow
        {
            Delivery = id,
            Number = await entry.Db.Set<TryRow>().CountAsync(t => t.Delivery == id) + 1,
            At = attempt.At,
            Milliseconds = attempt.Milliseconds,
            Status = attempt.Status,
            Answer = attempt.Answer,
        });
        if (delivery.State != DeliveryState.Waiting)
            return;
        if (attempt.IsTaken)
            (delivery.State, webhook.FailingSince) = (DeliveryState.Done, null);
        else if (attempt.Status == StatusCodes.Status410Gone)
            await Disable(entry, webhook, WebhookEnd.Gone);
        else if (RetrySchedule.After(delivery.Tries, Spread(id)) is { } wait)
            delivery.NextAt = entry.Act.At + wait;
        else
            await GiveUp(entry, webhook, delivery);
    }

    /// <summary>A webhook is told nothing any more; what waited for it is dropped. The queue must be held.</summary>
    public static async Task Disable(Entry entry, WebhookRow webhook, WebhookEnd why)
    {
        if (webhook.DisabledAt is not null)
            return;
        (webhook.DisabledAt, webhook.DisabledWhy) = (entry.Act.At, why);
        foreach (var waiting in await entry.Db.Set<DeliveryRow>().Where(d => d.Webhook == webhook.Id && d.State == DeliveryState.Waiting).ToListAsync())
            waiting.State = DeliveryState.Dropped;
        entry.Record(new WebhookDisabled(webhook.Id, why));
        if (why == WebhookEnd.Gone)
            await Tell(entry, webhook, GoneNotice);
    }

    private static async Task GiveUp(Entry entry, WebhookRow webhook, DeliveryRow delivery)
    {
        delivery.State = DeliveryState.GivenUp;
        entry.Record(new WebhookFailed(webhook.Id, delivery.Id));
        if (webhook.FailingSince is null)
            await Tell(entry, webhook, FailingNotice);
        webhook.FailingSince ??= entry.Act.At;
    }

    private static async Task Tell(Entry entry, WebhookRow webhook, string notice)
    {
        var readers = await Staff.Holding(entry.Db, Role.SalesOps);
        foreach (var reader in readers)
            await entry.Notify(reader, notice, $"{WebhooksController.Address}/{webhook.Id}", new Uri(webhook.Address).Host);
    }

    // Any number that differs between deliveries and is the same after a restart.
    private static int Spread(Guid id) => id.ToByteArray()[15];
}

/// <summary>What came of one try.</summary>
/// <param name="At">When it began.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Status">The status answered, if any.</param>
/// <param name="Answer">The beginning of the answer, or why there was none.</param>
internal sealed record Attempt(DateTime At, int Milliseconds, int? Status, string Answer)
{
    public bool IsTaken => Status is >= 200 and < 300;
}
