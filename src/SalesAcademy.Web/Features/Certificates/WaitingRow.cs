using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Web.Features.Certificates.Drawing;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>A certificate that is earned and cannot be drawn: it waits until somebody has corrected what is at fault.</summary>
internal sealed class WaitingRow
{
    public required Guid Person { get; init; }

    public required string Certification { get; init; }

    public required DateTime Since { get; init; }

    public required DrawingProblem Problem { get; set; }

    /// <summary>What is at fault, such as Holder.</summary>
    public required string Field { get; set; }

    /// <summary>The character no font has, where that is the problem.</summary>
    public string? Character { get; set; }
}

internal sealed class WaitingMapping : IEntityTypeConfiguration<WaitingRow>
{
    public void Configure(EntityTypeBuilder<WaitingRow> builder) => builder.ToTable("certificates_waiting").HasKey(e => new { e.Person, e.Certification });
}
