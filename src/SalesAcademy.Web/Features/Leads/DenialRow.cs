using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A contested denial: of which lead, as of which point of the ledger, and what a person decided. The record of the denial itself is never touched.</summary>
public sealed class DenialRow
{
    public required Guid Id { get; init; }

    public required Guid Lead { get; init; }

    public required Guid Person { get; init; }

    /// <summary>The recorded decision; null where a lead of the public pool could not be claimed.</summary>
    public Guid? Decision { get; init; }

    /// <summary>When the lead was denied, and the point of the ledger at which the facts are asked.</summary>
    public required DateTime At { get; init; }

    public required DateOnly Day { get; init; }

    public required long Sequence { get; init; }

    /// <summary>The catalogue in force then.</summary>
    public required string ContentHash { get; init; }

    public required DateTime WaitingSince { get; init; }

    public required Guid? AccountOwner { get; init; }

    /// <summary>Why it is contested: the words, in their erasable row.</summary>
    public required Guid Reason { get; init; }

    public required DateTime RaisedAt { get; init; }

    /// <summary>The last day on which it is to be decided.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>When sales operations were told that the day is over.</summary>
    public DateTime? EscalatedAt { get; set; }

    public DateTime? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    public DenialRuling? Ruling { get; set; }

    /// <summary>The answer: the words, in their erasable row.</summary>
    public Guid? Answer { get; set; }
}

internal sealed class DenialMapping : IEntityTypeConfiguration<DenialRow>
{
    public void Configure(EntityTypeBuilder<DenialRow> builder)
    {
        builder.ToTable("lead_denials").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Decision, e.Person }).IsUnique();
        builder.HasIndex(e => new { e.Person, e.Lead });
        builder.HasIndex(e => new { e.DecidedAt, e.DueOn });
    }
}
