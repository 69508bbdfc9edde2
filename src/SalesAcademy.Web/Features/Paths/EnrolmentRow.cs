using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Content;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>A person on a path. The steps are those of the edition they were enrolled under: a plan once promised is not changed behind somebody's back.</summary>
public sealed class EnrolmentRow
{
    public required Guid Person { get; init; }

    public required string Path { get; init; }

    /// <summary>Day 1.</summary>
    public required DateOnly StartsOn { get; init; }

    public required string ContentHash { get; init; }

    public required DateTime At { get; init; }

    public ICollection<PathStepRow> Steps { get; init; } = [];
}

internal sealed class EnrolmentMapping : IEntityTypeConfiguration<EnrolmentRow>
{
    public void Configure(EntityTypeBuilder<EnrolmentRow> builder)
    {
        builder.ToTable("enrolments").HasKey(e => new { e.Person, e.Path });
        builder.HasMany(e => e.Steps).WithOne().HasForeignKey(e => new { e.Person, e.Path });
    }
}

/// <summary>A step of a person's path; done once, for good, unless the certificate it asks for is revoked.</summary>
public sealed class PathStepRow
{
    public required Guid Person { get; init; }

    public required string Path { get; init; }

    /// <summary>From 1.</summary>
    public required int Position { get; init; }

    public required PathStepKind Kind { get; init; }

    /// <summary>The course, certification or rubric.</summary>
    public required string Target { get; init; }

    /// <summary>The last day in time, where the person is.</summary>
    public required DateOnly DueOn { get; init; }

    public DateTime? DoneAt { get; set; }

    /// <summary>When it was waived, where it was done in no other way: it holds nobody up, and was not passed.</summary>
    public DateTime? WaivedAt { get; set; }
}

internal sealed class PathStepMapping : IEntityTypeConfiguration<PathStepRow>
{
    public void Configure(EntityTypeBuilder<PathStepRow> builder)
    {
        builder.ToTable("path_steps").HasKey(e => new { e.Person, e.Path, e.Position });
        builder.HasIndex(e => e.DueOn);
    }
}
