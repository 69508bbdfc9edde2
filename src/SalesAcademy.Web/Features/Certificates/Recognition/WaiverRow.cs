using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>Something that is not asked of somebody, by whose decision and why; taken back, it stays in the record.</summary>
internal sealed class WaiverRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    public required WaivedThing Thing { get; init; }

    /// <summary>The course or certification.</summary>
    public required string Target { get; init; }

    public required WaiverBasis Basis { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    public required DateTime GivenAt { get; init; }

    public required Guid GivenBy { get; init; }

    /// <summary>The spoken reason, which may be erased.</summary>
    public required Guid Reason { get; init; }

    public DateTime? WithdrawnAt { get; set; }

    public DateOnly? WithdrawnOn { get; set; }

    public Guid? WithdrawnBy { get; set; }

    public StandIn StandIn => new(Holding.Waived, From, Until, WithdrawnOn);
}

internal sealed class WaiverMapping : IEntityTypeConfiguration<WaiverRow>
{
    public void Configure(EntityTypeBuilder<WaiverRow> builder)
    {
        builder.ToTable("waivers").HasKey(e => e.Id);
        builder.HasIndex(e => e.Person);
        builder.Ignore(e => e.StandIn);
    }
}
