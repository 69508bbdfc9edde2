using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>What a command with a client's key yielded, so that the same key is answered the same again.</summary>
public sealed class IdempotencyRow
{
    public required Guid Person { get; init; }

    public required string Key { get; init; }

    public required string Fingerprint { get; init; }

    public required string Json { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class IdempotencyMapping : IEntityTypeConfiguration<IdempotencyRow>
{
    public void Configure(EntityTypeBuilder<IdempotencyRow> builder)
    {
        builder.ToTable("idempotency").HasKey(e => new { e.Person, e.Key });
        builder.Property(e => e.Key).HasMaxLength(64);
        builder.HasIndex(e => e.At);
    }
}
