using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A step from one stage of the playbook to another, forwards or back.</summary>
public sealed class LeadStageRow
{
    public required Guid Id { get; init; }

    public required Guid Lead { get; init; }

    public required Guid Person { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class LeadStageMapping : IEntityTypeConfiguration<LeadStageRow>
{
    public void Configure(EntityTypeBuilder<LeadStageRow> builder)
    {
        builder.ToTable("lead_stages").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Lead, e.At });
    }
}
