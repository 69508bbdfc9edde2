using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>One graded answer that may count: evidence of knowledge.</summary>
public sealed class AnswerRow
{
    public required Guid Person { get; init; }

    /// <summary>Rises with every piece of evidence of this person.</summary>
    public required long Order { get; init; }

    public required string Family { get; init; }

    public required DateOnly Day { get; init; }

    public required double Score { get; init; }

    public required bool Hint { get; init; }

    /// <summary>Check, certification or drill; practice is never kept.</summary>
    public required AttemptKind Kind { get; init; }

    /// <summary>Whether it was the first of its day to what the family asks: the only one that can count.</summary>
    public required bool First { get; init; }

    /// <summary>What the family asked then (<see cref="QuestionMatter"/>).</summary>
    public required string Matter { get; init; }

    /// <summary>The attempt it was given in, whose marks may change later; null for a drill.</summary>
    public Guid? Attempt { get; init; }
}

internal sealed class AnswerMapping : IEntityTypeConfiguration<AnswerRow>
{
    public void Configure(EntityTypeBuilder<AnswerRow> builder) => builder.ToTable("evidence_answers").HasKey(e => new { e.Person, e.Order });
}

/// <summary>One rated look by a coach at one competency: evidence of skill.</summary>
public sealed class ObservationRow
{
    public required Guid Person { get; init; }

    /// <summary>Rises with every piece of evidence of this person.</summary>
    public required long Order { get; init; }

    public required string Competency { get; init; }

    public required Guid Rater { get; init; }

    public required int Level { get; init; }

    public required int Levels { get; init; }

    public required DateOnly Day { get; init; }

    public required string Rubric { get; init; }
}

internal sealed class ObservationMapping : IEntityTypeConfiguration<ObservationRow>
{
    public void Configure(EntityTypeBuilder<ObservationRow> builder) => builder.ToTable("evidence_observations").HasKey(e => new { e.Person, e.Order });
}
