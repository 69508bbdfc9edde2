using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>A certification quiz during which a person's notes are kept back.</summary>
public sealed class HoldRow
{
    public required Guid Attempt { get; init; }

    public required Guid Person { get; init; }

    /// <summary>When it ends by itself, should the quiz never be graded; null for a quiz without time limit.</summary>
    public DateTime? Until { get; init; }

    public DateTime? EndedAt { get; set; }
}

internal sealed class HoldMapping : IEntityTypeConfiguration<HoldRow>
{
    public void Configure(EntityTypeBuilder<HoldRow> builder)
    {
        builder.ToTable("coaching_holds").HasKey(e => e.Attempt);
        builder.HasIndex(e => e.Person);
        builder.HasIndex(e => new { e.EndedAt, e.Until });
    }
}
