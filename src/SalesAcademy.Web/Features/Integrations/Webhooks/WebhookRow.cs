using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Integrations;

namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>An address of another system, and what it is told.</summary>
public sealed class WebhookRow
{
    public required Guid Id { get; init; }

    public required string Address { get; init; }

    /// <summary>What it is told, parted by spaces.</summary>
    public required string Types { get; init; }

    /// <summary>The secret under the keys of Data Protection: it is needed to sign, and shown once.</summary>
    public required string Secret { get; set; }

    /// <summary>The secret before, with which is signed too until the receiver has learnt the new one.</summary>
    public string? OldSecret { get; set; }

    public DateTime? OldSecretUntil { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>It is told what happened since then.</summary>
    public required DateTime Since { get; set; }

    public DateTime? DisabledAt { get; set; }

    public WebhookEnd? DisabledWhy { get; set; }

    /// <summary>Since when something could not be told in all tries; null once anything is taken again.</summary>
    public DateTime? FailingSince { get; set; }
}

internal sealed class WebhookMapping : IEntityTypeConfiguration<WebhookRow>
{
    public void Configure(EntityTypeBuilder<WebhookRow> builder) => builder.ToTable("webhooks").HasKey(e => e.Id);
}

/// <summary>Something to be told to a webhook, in the order of its number; what is about one subject is told one after the other.</summary>
public sealed class DeliveryRow
{
    public required Guid Id { get; init; }

    public required Guid Webhook { get; init; }

    /// <summary>1, 2, 3, … in the order in which things happened.</summary>
    public required long Number { get; init; }

    /// <summary>Names what is told once for a webhook: the event, and which of its messages.</summary>
    public required string Source { get; init; }

    /// <summary>A lead or a person.</summary>
    public required Guid Subject { get; init; }

    public required string Type { get; init; }

    /// <summary>What is sent, to the byte: the signature is of these.</summary>
    public required string Body { get; init; }

    public required DateTime At { get; init; }

    public required DeliveryState State { get; set; }

    /// <summary>Tries since it was last put into the queue.</summary>
    public int Tries { get; set; }

    /// <summary>No node tries before this; moved on by whoever takes it to send.</summary>
    public required DateTime NextAt { get; set; }
}

/// <summary>What became of a delivery.</summary>
public enum DeliveryState
{
    Waiting,
    Done,

    /// <summary>Not taken in all tries.</summary>
    GivenUp,

    /// <summary>The webhook was switched off before.</summary>
    Dropped,
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<DeliveryRow>
{
    public void Configure(EntityTypeBuilder<DeliveryRow> builder)
    {
        builder.ToTable("webhook_deliveries").HasKey(e => e.Id);
        builder.HasIndex(e => e.Number).IsUnique();
        builder.HasIndex(e => new { e.Webhook, e.Source }).IsUnique();
        builder.HasIndex(e => new { e.State, e.NextAt });
        builder.HasIndex(e => new { e.Webhook, e.Subject, e.State, e.Number });
    }
}

/// <summary>One try of a delivery, and what came back.</summary>
public sealed class TryRow
{
    public required Guid Delivery { get; init; }

    /// <summary>1, 2, 3, … over all that was ever tried.</summary>
    public required int Number { get; init; }

    public required DateTime At { get; init; }

    public required int Milliseconds { get; init; }

    /// <summary>The status answered; null when nothing was.</summary>
    public int? Status { get; init; }

    /// <summary>The first 500 characters of the answer, or why there was none.</summary>
    public required string Answer { get; init; }
}

internal sealed class TryMapping : IEntityTypeConfiguration<TryRow>
{
    public void Configure(EntityTypeBuilder<TryRow> builder) => builder.ToTable("webhook_tries").HasKey(e => new { e.Delivery, e.Number });
}
