using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Courses;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>How far a person is with a lesson; one row, which only ever grows.</summary>
public sealed class LessonProgressRow
{
    public required Guid Person { get; init; }

    public required string Course { get; init; }

    public required string Lesson { get; init; }

    /// <summary>The furthest passage read.</summary>
    public string? Furthest { get; set; }

    /// <summary>How far that was when it was read, 0..100.</summary>
    public int Percent { get; set; }

    /// <summary>Where the person was last: the passage to open the lesson at.</summary>
    public string? Last { get; set; }

    public DateTime? LastAt { get; set; }

    public DateTime? EndReadAt { get; set; }

    /// <summary>The best sitting of the check: its score 0..1, answers right, answers asked.</summary>
    public double? CheckScore { get; set; }

    public int? CheckRight { get; set; }

    public int? CheckAsked { get; set; }

    public DateTime? CheckPassedAt { get; set; }

    public DateTime? CompletedAt { get; set; }

    /// <summary>The row as the domain judges it.</summary>
    internal LessonReading Reading => new(Furthest, Percent, EndReadAt is not null, CheckPassedAt is not null, CompletedAt is not null);
}

internal sealed class LessonProgressMapping : IEntityTypeConfiguration<LessonProgressRow>
{
    public void Configure(EntityTypeBuilder<LessonProgressRow> builder)
    {
        builder.ToTable("lesson_progress").HasKey(e => new { e.Person, e.Course, e.Lesson });
        builder.Ignore(e => e.Reading);
    }
}

/// <summary>A course completed by a person, once and for good.</summary>
public sealed class CourseCompletionRow
{
    public required Guid Person { get; init; }

    public required string Course { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class CourseCompletionMapping : IEntityTypeConfiguration<CourseCompletionRow>
{
    public void Configure(EntityTypeBuilder<CourseCompletionRow> builder) =>
        builder.ToTable("course_completions").HasKey(e => new { e.Person, e.Course });
}
