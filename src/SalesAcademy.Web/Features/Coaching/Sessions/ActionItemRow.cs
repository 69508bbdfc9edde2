using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Coaching;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>What one of the two of a session takes on.</summary>
public sealed class ActionItemRow
{
    public required Guid Id { get; init; }

    /// <summary>The session it was agreed in.</summary>
    public required Guid Session { get; init; }

    public required Guid Seller { get; init; }

    public required Guid Coach { get; init; }

    /// <summary>Whose it is: the seller's or the coach's.</summary>
    public required Guid Owner { get; init; }

    public required string Text { get; init; }

    public required DateOnly DueOn { get; init; }

    public ActionItemState State { get; set; }

    public required DateTime At { get; init; }

    public DateTime? SettledAt { get; set; }

    /// <summary>Why it was given up: the words, in their erasable row.</summary>
    public Guid? Reason { get; set; }
}

internal sealed class ActionItemMapping : IEntityTypeConfiguration<ActionItemRow>
{
    public void Configure(EntityTypeBuilder<ActionItemRow> builder)
    {
        builder.ToTable("action_items").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Owner, e.State, e.DueOn });
        builder.HasIndex(e => new { e.Seller, e.Coach });
        builder.HasIndex(e => e.Session);
    }
}
