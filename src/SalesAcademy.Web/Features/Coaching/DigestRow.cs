using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>When a person was last told of notes they have not read.</summary>
public sealed class DigestRow
{
    public required Guid Person { get; init; }

    public required DateTime At { get; set; }
}

internal sealed class DigestMapping : IEntityTypeConfiguration<DigestRow>
{
    public void Configure(EntityTypeBuilder<DigestRow> builder) => builder.ToTable("coaching_digests").HasKey(e => e.Person);
}
