using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>A while in which a person does not want to be disturbed.</summary>
public sealed class FocusRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    public required DateTime From { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required DateTime Until { get; init; }

    public DateTime? EndedAt { get; set; }
}

internal sealed class FocusMapping : IEntityTypeConfiguration<FocusRow>
{
    public void Configure(EntityTypeBuilder<FocusRow> builder)
    {
        builder.ToTable("coaching_focus").HasKey(e => e.Id);
        builder.HasIndex(e => e.Person, "open_focus").HasFilter("ended_at IS NULL");
    }
}
