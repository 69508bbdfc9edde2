using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Courses;

namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>A change of a lesson that its author marked as one that people must know. It asks everybody who had completed the lesson before it was opened; nothing is written for any of them until they have read it.</summary>
public sealed class LessonChangeRow
{
    public required Guid Id { get; init; }

    public required string Course { get; init; }

    public required string Lesson { get; init; }

    /// <summary>The day its author gave it.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When it was first taught; null for a mark that stood there before the academy looked for any, which asks nobody.</summary>
    public required DateTime? OpenedAt { get; init; }

    /// <summary>The passages of the lesson before it, in both languages, one id after the other; null where that edition is no longer known.</summary>
    public required string? Known { get; init; }

    public DateTime? TakenBackAt { get; set; }

    internal MarkedChange Mark => new(Course, Lesson, On);
}

internal sealed class LessonChangeMapping : IEntityTypeConfiguration<LessonChangeRow>
{
    public void Configure(EntityTypeBuilder<LessonChangeRow> builder)
    {
        builder.ToTable("lesson_changes").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Course, e.Lesson, e.On }).IsUnique();
        builder.Ignore(e => e.Mark);
    }
}

/// <summary>That somebody has read a change, once.</summary>
public sealed class ChangeReadRow
{
    public required Guid Person { get; init; }

    public required Guid Change { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Whether they passed the lesson's check again; otherwise they said so.</summary>
    public required bool ByCheck { get; init; }
}

internal sealed class ChangeReadMapping : IEntityTypeConfiguration<ChangeReadRow>
{
    public void Configure(EntityTypeBuilder<ChangeReadRow> builder)
    {
        builder.ToTable("lesson_changes_read").HasKey(e => new { e.Person, e.Change });
        builder.HasIndex(e => e.Change);
    }
}

/// <summary>An edition of the content whose marks were looked at; the one with the highest number is what is taught.</summary>
public sealed class EditionSeenRow
{
    public required long Number { get; init; }

    public required string ContentHash { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class EditionSeenMapping : IEntityTypeConfiguration<EditionSeenRow>
{
    public void Configure(EntityTypeBuilder<EditionSeenRow> builder)
    {
        builder.ToTable("editions_seen").HasKey(e => e.Number);
        builder.Property(e => e.Number).ValueGeneratedNever();
    }
}
