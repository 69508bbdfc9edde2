using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>The latest passed attempt of a person at a certification quiz, as heard.</summary>
internal sealed class PassRow
{
    public required Guid Person { get; init; }

    public required string Course { get; init; }

    public required string Quiz { get; init; }

    public required Guid Attempt { get; set; }

    public required DateTime At { get; set; }

    public required DateOnly Day { get; set; }

    public required string ContentHash { get; set; }
}

internal sealed class PassMapping : IEntityTypeConfiguration<PassRow>
{
    public void Configure(EntityTypeBuilder<PassRow> builder) => builder.ToTable("certificate_passes").HasKey(e => new { e.Person, e.Course, e.Quiz });
}

/// <summary>A lesson a person has completed, as heard.</summary>
internal sealed class LessonDoneRow
{
    public required Guid Person { get; init; }

    public required string Course { get; init; }

    public required string Lesson { get; init; }
}

internal sealed class LessonDoneMapping : IEntityTypeConfiguration<LessonDoneRow>
{
    public void Configure(EntityTypeBuilder<LessonDoneRow> builder) => builder.ToTable("certificate_lessons").HasKey(e => new { e.Person, e.Course, e.Lesson });
}
