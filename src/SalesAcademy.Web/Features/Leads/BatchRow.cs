using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Several leads that somebody hands out together. Its id is made when it is looked at, so that pressing twice is one batch.</summary>
public sealed class BatchRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    public required DateTime At { get; init; }

    /// <summary>To whom; null when the turn decides.</summary>
    public required Guid? To { get; init; }

    /// <summary>Why owned leads are passed on: the words, in their erasable row.</summary>
    public Guid? Reason { get; init; }

    public required int Leads { get; init; }

    public DateTime? EndedAt { get; set; }
}

internal sealed class BatchMapping : IEntityTypeConfiguration<BatchRow>
{
    public void Configure(EntityTypeBuilder<BatchRow> builder)
    {
        builder.ToTable("lead_batches").HasKey(e => e.Id);
        builder.HasIndex(e => e.EndedAt);
    }
}

/// <summary>One lead of a batch, and once it was its turn what became of it: written in the command that gives it, so that none is given twice.</summary>
public sealed class BatchLineRow
{
    public required Guid Batch { get; init; }

    /// <summary>1, 2, 3, … in the order they are handed out.</summary>
    public required int Number { get; init; }

    public required Guid Lead { get; init; }

    /// <summary>Who had it when it was chosen; somebody else's by then is left alone.</summary>
    public required Guid? From { get; init; }

    public DateTime? DoneAt { get; set; }

    /// <summary>Who was given it; null where nobody was.</summary>
    public Guid? Given { get; set; }

    /// <summary>Why nobody was: the key of the refusal.</summary>
    public string? Refused { get; set; }

    /// <summary>The first rule that failed, where it was a rule.</summary>
    public Rule? Rule { get; set; }
}

internal sealed class BatchLineMapping : IEntityTypeConfiguration<BatchLineRow>
{
    public void Configure(EntityTypeBuilder<BatchLineRow> builder)
    {
        builder.ToTable("lead_batch_lines").HasKey(e => new { e.Batch, e.Number });
        builder.HasIndex(e => new { e.Batch, e.Lead }).IsUnique();
    }
}
