using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>One wording of an offer, and what its reviewer decided. Another wording is another row; both stay, whoever owns the lead.</summary>
public sealed class ReviewRow
{
    public required Guid Id { get; init; }

    public required Guid Lead { get; init; }

    public required OfferKind Of { get; init; }

    public required ReviewBody By { get; init; }

    /// <summary>The stage of the playbook that asked for it.</summary>
    public required string Stage { get; init; }

    /// <summary>1, 2, 3, … of this lead and this kind of offer.</summary>
    public required int Version { get; init; }

    public required decimal Sum { get; init; }

    public required string Currency { get; init; }

    /// <summary>Percent off the list price.</summary>
    public required decimal Discount { get; init; }

    public required string Terms { get; init; }

    public required string Link { get; init; }

    /// <summary>Who owned the lead then.</summary>
    public required Guid AskedBy { get; init; }

    public required DateTime AskedAt { get; init; }

    /// <summary>The last day on which it is to be decided.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>When the reviewers were reminded that this is the last day.</summary>
    public DateTime? RemindedAt { get; set; }

    /// <summary>When those who answer for the owner were told that the day is over.</summary>
    public DateTime? EscalatedAt { get; set; }

    /// <summary>When the owner worded it anew before anybody had decided.</summary>
    public DateTime? ReplacedAt { get; set; }

    public DateTime? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    public OfferRuling? Ruling { get; set; }

    /// <summary>Why, or on which conditions: the words, in their erasable row.</summary>
    public Guid? Answer { get; set; }

    public Offer Offer => new(Sum, Currency, Discount, Terms, Link);

    public bool IsOpen => DecidedAt is null && ReplacedAt is null;

    public bool IsAgreed => OfferReview.IsAgreement(Ruling);
}

internal sealed class ReviewMapping : IEntityTypeConfiguration<ReviewRow>
{
    public void Configure(EntityTypeBuilder<ReviewRow> builder)
    {
        builder.ToTable("lead_reviews").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Lead, e.Of, e.Version }).IsUnique();
        builder.HasIndex(e => new { e.DecidedAt, e.DueOn });
        builder.Ignore(e => e.Offer).Ignore(e => e.IsOpen).Ignore(e => e.IsAgreed);
    }
}
