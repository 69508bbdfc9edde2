using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>The PDF of a certificate as it was issued: given out again byte by byte, never drawn anew.</summary>
internal sealed class DocumentRow
{
    public required Guid Certificate { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>SHA-256 of the bytes, hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The certificates whose document a person may read: their own, those of teams they manage, all for HR and administrators.</summary>
    public static IQueryable<CertificateRow> ReadableBy(AcademyDb db, CurrentPerson reader)
    {
        var (me, everybody, team) = (reader.Id, reader.Is(Role.Hr | Role.Admin), Staff.TeamOf(db, reader).Select(p => p.Id));
        return db.Set<CertificateRow>().Where(c => everybody || c.Person == me || team.Contains(c.Person));
    }
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> builder)
    {
        builder.ToTable("certificate_documents").HasKey(e => e.Certificate);
        builder.HasOne<CertificateRow>().WithOne().HasForeignKey<DocumentRow>(e => e.Certificate);
    }
}
