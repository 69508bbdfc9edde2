using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>A certificate as the gates see it: which certification it proves, and on which days.</summary>
public sealed class HeldCertificateRow
{
    public required Guid Certificate { get; init; }

    public required Guid Person { get; init; }

    public required string Certification { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last valid day; null for ever.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The day it ceased to be valid.</summary>
    public DateOnly? RevokedOn { get; set; }

    public bool IsValid(DateOnly day) => From <= day && !(Until < day) && !(RevokedOn <= day);
}

internal sealed class HeldCertificateMapping : IEntityTypeConfiguration<HeldCertificateRow>
{
    public void Configure(EntityTypeBuilder<HeldCertificateRow> builder)
    {
        builder.ToTable("held_certificates").HasKey(e => e.Certificate);
        builder.HasIndex(e => e.Person);
    }
}

/// <summary>A course a person has completed, in whatever edition was taught then.</summary>
public sealed class CompletedCourseRow
{
    public required Guid Person { get; init; }

    public required string Course { get; init; }

    public required DateOnly Day { get; init; }
}

internal sealed class CompletedCourseMapping : IEntityTypeConfiguration<CompletedCourseRow>
{
    public void Configure(EntityTypeBuilder<CompletedCourseRow> builder) => builder.ToTable("readiness_courses").HasKey(e => new { e.Person, e.Course });
}
