using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A question that was graded again, in every ended attempt that was asked it in that version: who, when, why, by what, and how many it changed.</summary>
public sealed class RegradeRow
{
    public required Guid Id { get; init; }

    public required string Course { get; init; }

    public required string Quiz { get; init; }

    public required string Family { get; init; }

    public required string Variant { get; init; }

    /// <summary>The hash of the family as it was asked.</summary>
    public required string FromEdition { get; init; }

    /// <summary>The hash of the family whose key was taken instead; null for full marks.</summary>
    public string? ToEdition { get; init; }

    /// <summary>The catalogue that was published then: the new key is in it.</summary>
    public required string ContentHash { get; init; }

    public required RegradeWay Way { get; init; }

    public required bool MayFall { get; init; }

    /// <summary>What was seen before it was applied (<see cref="RegradePreview.Digest"/>): the same form sent twice is one regrade.</summary>
    public required string Digest { get; init; }

    public required Guid By { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Why: the words, in their erasable row.</summary>
    public required Guid Reason { get; init; }

    /// <summary>Ended attempts that were asked it.</summary>
    public required int Attempts { get; init; }

    public required int Risen { get; init; }

    public required int Fallen { get; init; }

    public required int NewlyPassed { get; init; }

    public required int NoLongerPassed { get; init; }

    public QuestionVersion Version => new(Course, Quiz, Family, Variant, FromEdition);
}

internal sealed class RegradeMapping : IEntityTypeConfiguration<RegradeRow>
{
    public void Configure(EntityTypeBuilder<RegradeRow> builder)
    {
        builder.ToTable("regrades").HasKey(e => e.Id);
        builder.Ignore(e => e.Version);
    }
}

/// <summary>A mark that a regrade changed. The newest of a question holds, but for what was granted in a contest.</summary>
public sealed class RegradedMarkRow
{
    public required Guid Attempt { get; init; }

    /// <summary>The question's place in the attempt, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>1, 2, 3, … per question of the attempt.</summary>
    public required int Number { get; init; }

    public required Guid Regrade { get; init; }

    /// <summary>The mark of the question until then, 0..1.</summary>
    public required double Before { get; init; }

    /// <summary>And since then.</summary>
    public required double After { get; init; }

    /// <summary>The result of the whole attempt until then, 0..1.</summary>
    public required double ResultBefore { get; init; }

    /// <summary>And since then.</summary>
    public required double ResultAfter { get; init; }

    public required bool PassedBefore { get; init; }

    public required bool PassedAfter { get; init; }
}

internal sealed class RegradedMarkMapping : IEntityTypeConfiguration<RegradedMarkRow>
{
    public void Configure(EntityTypeBuilder<RegradedMarkRow> builder)
    {
        builder.ToTable("regraded_marks").HasKey(e => new { e.Attempt, e.Position, e.Number });
        builder.HasIndex(e => e.Regrade);
    }
}
