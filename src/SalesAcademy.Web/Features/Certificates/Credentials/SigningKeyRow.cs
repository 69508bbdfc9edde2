using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>A key that signs certificates (ECDSA on P-256). It is kept for ever: what it has signed must stay verifiable when another has taken its place.</summary>
internal sealed class SigningKeyRow
{
    /// <summary>The thumbprint of its public half (RFC 7638).</summary>
    public required string Id { get; init; }

    /// <summary>The address under which its public half is found, as signed documents name it.</summary>
    public required string Address { get; init; }

    /// <summary>The public half, base64url.</summary>
    public required string X { get; init; }

    public required string Y { get; init; }

    /// <summary>PKCS #8, protected by the keys of the sign-in store, so that a copy of this database alone signs nothing.</summary>
    public required string Hidden { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When another took its place.</summary>
    public DateTime? RetiredAt { get; set; }

    /// <summary>When it was said that somebody else may have it. From then on nothing proves who signed with it, whenever that was.</summary>
    public DateTime? DistrustedAt { get; set; }
}

internal sealed class SigningKeyMapping : IEntityTypeConfiguration<SigningKeyRow>
{
    public void Configure(EntityTypeBuilder<SigningKeyRow> builder) => builder.ToTable("certificate_keys").HasKey(e => e.Id);
}
