using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>The PDF of a certificate as it was issued: given out again byte by byte, never drawn anew.</summary>
internal sealed class DocumentRow
{
    public required Guid Certificate { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>SHA-256 of the bytes, hex.</summary>
    public required string Hash { get; init; }
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> builder)
    {
        builder.ToTable("certificate_documents").HasKey(e => e.Certificate);
        builder.HasOne<CertificateRow>().WithOne().HasForeignKey<DocumentRow>(e => e.Certificate);
    }
}
