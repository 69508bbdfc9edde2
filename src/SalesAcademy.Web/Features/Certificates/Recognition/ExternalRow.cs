using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>A certificate that somebody else has issued, as it was sent in and as HR decided; the academy never vouches for it.</summary>
internal sealed class ExternalRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    /// <summary>What it certifies, in the words of who sent it.</summary>
    public required string Title { get; set; }

    public required string Issuer { get; set; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>Its last day; null for ever.</summary>
    public DateOnly? Until { get; init; }

    public required DateTime SentAt { get; init; }

    public required Guid SentBy { get; init; }

    /// <summary>What the file is, found out from its bytes: "application/pdf".</summary>
    public required string MediaType { get; init; }

    public required int Bytes { get; init; }

    /// <summary>SHA-256 of the file, hex.</summary>
    public required string Sha256 { get; init; }

    public DateTime? DecidedAt { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public Guid? DecidedBy { get; set; }

    public bool IsAccepted { get; set; }

    /// <summary>The certification that is not asked of its holder while it is in force.</summary>
    public string? InsteadOf { get; set; }

    /// <summary>The spoken reason of the decision, which may be erased.</summary>
    public Guid? Reason { get; set; }

    public ExternalState State => DecidedAt is null ? ExternalState.Waiting : IsAccepted ? ExternalState.Accepted : ExternalState.Declined;
}

/// <summary>What became of a certificate that was sent in.</summary>
internal enum ExternalState
{
    /// <summary>Nobody has looked at it yet.</summary>
    Waiting,

    /// <summary>Listed, as somebody else's.</summary>
    Accepted,

    /// <summary>Not listed.</summary>
    Declined,
}

internal sealed class ExternalMapping : IEntityTypeConfiguration<ExternalRow>
{
    public void Configure(EntityTypeBuilder<ExternalRow> builder)
    {
        builder.ToTable("external_certificates").HasKey(e => e.Id);
        builder.HasIndex(e => e.Person);
        builder.HasIndex(e => e.DecidedAt);
        builder.Ignore(e => e.State);
    }
}

/// <summary>The file itself, apart from the row, so that no list reads it.</summary>
internal sealed class ExternalFileRow
{
    public required Guid External { get; init; }

    public required byte[] Content { get; init; }
}

internal sealed class ExternalFileMapping : IEntityTypeConfiguration<ExternalFileRow>
{
    public void Configure(EntityTypeBuilder<ExternalFileRow> builder)
    {
        builder.ToTable("external_certificate_files").HasKey(e => e.External);
        builder.HasOne<ExternalRow>().WithOne().HasForeignKey<ExternalFileRow>(e => e.External);
    }
}
