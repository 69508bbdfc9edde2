using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>A certificate as it was issued; only revocation and replacement are ever added to it.</summary>
internal sealed class CertificateRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    public required string Certification { get; init; }

    /// <summary>1, 2, 3, … per person and certification.</summary>
    public required int Issue { get; init; }

    /// <summary>1, 2, 3, … over all certificates, in the order of issue.</summary>
    public required long Serial { get; init; }

    /// <summary>Such as LT-2026-000123.</summary>
    public required string Number { get; init; }

    public required string Code { get; init; }

    /// <summary>The attempt that earned it.</summary>
    public required Guid Attempt { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>The days of renewal, as they were promised with it; null for one that never ends, and for one from before they were kept.</summary>
    public DateOnly? RenewalOpens { get; init; }

    public DateOnly? RenewalCloses { get; init; }

    /// <summary>The catalogue the quiz was passed under.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The holder's name as of issue, as its owner writes it.</summary>
    public required string Name { get; init; }

    public string? LatinName { get; init; }

    public required string TitleEnglish { get; init; }

    public required string TitleChinese { get; init; }

    /// <summary>Both names and the number in lower case, as written and without accents, to be searched.</summary>
    public required string Finding { get; init; }

    /// <summary>The day its holder was erased: from then on the name is a pseudonym, and there is no document.</summary>
    public DateOnly? HolderErasedOn { get; init; }

    public Guid? SupersededBy { get; set; }

    public DateOnly? SupersededOn { get; set; }

    /// <summary>Who had the newer one drawn, where it takes its place only to correct what this one says.</summary>
    public Guid? CorrectedBy { get; set; }

    /// <summary>The spoken reason of a correction, which may be erased.</summary>
    public Guid? CorrectionReason { get; set; }

    public DateTime? RevokedAt { get; set; }

    public DateOnly? RevokedOn { get; set; }

    public Guid? RevokedBy { get; set; }

    /// <summary>The spoken reason, which may be erased.</summary>
    public Guid? RevocationReason { get; set; }

    public RenewalPeriod? Renewal => RenewalOpens is { } opens && RenewalCloses is { } closes ? new RenewalPeriod(opens, closes) : null;

    public CertificateStanding Standing => new(Until, SupersededBy is not null, RevokedAt is not null);
}

internal sealed class CertificateMapping : IEntityTypeConfiguration<CertificateRow>
{
    public void Configure(EntityTypeBuilder<CertificateRow> builder)
    {
        builder.ToTable("certificates").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Person, e.Certification, e.Issue }).IsUnique();
        builder.HasIndex(e => e.Serial).IsUnique();
        builder.HasIndex(e => e.Number).IsUnique();
        builder.HasIndex(e => e.Code).IsUnique();
        builder.HasIndex(e => e.Until);
        builder.Ignore(e => e.Renewal);
        builder.Ignore(e => e.Standing);
    }
}
