using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Web.Features.Certificates.Bulk;

/// <summary>Certificates ordered for several people at once; carried out person by person.</summary>
internal sealed class BulkIssueRow
{
    public required Guid Id { get; init; }

    public required string Certification { get; init; }

    /// <summary>What is waived for those who do not meet everything; null for nothing.</summary>
    public WaivedThing? Waives { get; init; }

    public WaiverBasis Basis { get; init; }

    /// <summary>The last day of what is waived.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The spoken reason of what is waived, which may be erased.</summary>
    public Guid? Reason { get; init; }

    /// <summary>Who ordered it, and answers for what is waived.</summary>
    public required Guid OrderedBy { get; init; }

    public required DateTime OrderedAt { get; init; }

    public required int People { get; init; }

    public DateTime? StoppedAt { get; set; }

    public DateTime? FinishedAt { get; set; }
}

internal sealed class BulkIssueMapping : IEntityTypeConfiguration<BulkIssueRow>
{
    public void Configure(EntityTypeBuilder<BulkIssueRow> builder)
    {
        builder.ToTable("bulk_issues").HasKey(e => e.Id);
        builder.HasIndex(e => e.FinishedAt);
    }
}

/// <summary>One person of a bulk issue, and what came of it.</summary>
internal sealed class BulkLineRow
{
    public required Guid BulkIssue { get; init; }

    public required Guid Person { get; init; }

    public DateTime? DoneAt { get; set; }

    public Guid? Certificate { get; set; }

    public Guid? Waiver { get; set; }

    /// <summary>Why nothing came of it after all: something had changed since it was ordered.</summary>
    public string? Refusal { get; set; }

    public string? Figure { get; set; }
}

internal sealed class BulkLineMapping : IEntityTypeConfiguration<BulkLineRow>
{
    public void Configure(EntityTypeBuilder<BulkLineRow> builder)
    {
        builder.ToTable("bulk_issue_people").HasKey(e => new { e.BulkIssue, e.Person });
        builder.HasIndex(e => e.Person);
    }
}
