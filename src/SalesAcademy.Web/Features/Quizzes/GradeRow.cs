using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What a person made of one answer by its rubric. Correcting a grade adds another: the newest of each grader holds.</summary>
public sealed class GradeRow
{
    public required Guid Id { get; init; }

    public required Guid Attempt { get; init; }

    /// <summary>The question's place in the attempt, from 1.</summary>
    public required int Position { get; init; }

    public required Guid Person { get; init; }

    public required Guid Grader { get; init; }

    /// <summary>The level of each criterion of the rubric the attempt was taken under, in its order, 1..4: "3,2,4".</summary>
    public required string Levels { get; init; }

    /// <summary>What the levels come to, 0..1.</summary>
    public required double Score { get; init; }

    /// <summary>The comment: the words, in their erasable row; null for none.</summary>
    public Guid? Comment { get; init; }

    public required DateTime GradedAt { get; init; }
}

internal sealed class GradeMapping : IEntityTypeConfiguration<GradeRow>
{
    public void Configure(EntityTypeBuilder<GradeRow> builder)
    {
        builder.ToTable("grades").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Attempt, e.Position });
        builder.HasIndex(e => new { e.Grader, e.GradedAt });
        builder.HasIndex(e => e.Person);
    }
}
