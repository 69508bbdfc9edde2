using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Integrations;

/// <summary>A token with which another system calls the interface. The token itself is shown once and kept nowhere.</summary>
public sealed class TokenRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The system that calls, such as crm: tokens of one system share its external ids, so that one can take another's place.</summary>
    public required string System { get; init; }

    /// <summary>SHA-256 of the token, in hexadecimal figures.</summary>
    public required string Hash { get; init; }

    /// <summary>Its last four characters, by which people tell tokens apart.</summary>
    public required string Ending { get; init; }

    /// <summary>What it may do, parted by spaces.</summary>
    public required string Scopes { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required Guid CreatedBy { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? RevokedAt { get; set; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTime? UsedAt { get; set; }

    public bool IsGood(DateTime now) => RevokedAt is null && now < ExpiresAt;
}

internal sealed class TokenMapping : IEntityTypeConfiguration<TokenRow>
{
    public void Configure(EntityTypeBuilder<TokenRow> builder)
    {
        builder.ToTable("api_tokens").HasKey(e => e.Id);
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.HasIndex(e => e.Hash).IsUnique();
    }
}
