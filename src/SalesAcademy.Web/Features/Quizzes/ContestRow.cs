using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A contested mark: what was asked, and what was decided. Both stay.</summary>
public sealed class ContestRow
{
    public required Guid Id { get; init; }

    public required Guid Attempt { get; init; }

    /// <summary>The question's place in the attempt, from 1.</summary>
    public required int Position { get; init; }

    public required Guid Person { get; init; }

    /// <summary>The mark as it was contested, 0..1.</summary>
    public required double Score { get; init; }

    /// <summary>Why: the words, in their erasable row.</summary>
    public required Guid Reason { get; init; }

    public required DateTime RaisedAt { get; init; }

    public DateTime? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    /// <summary>The answer: the words, in their erasable row.</summary>
    public Guid? Answer { get; set; }

    /// <summary>The mark that holds since the decision, 0..1; the same as before where it stands.</summary>
    public double? ScoreAfter { get; set; }

    /// <summary>The result of the whole attempt before the decision, 0..1.</summary>
    public double? ResultBefore { get; set; }

    /// <summary>And after it.</summary>
    public double? ResultAfter { get; set; }

    public bool IsGranted => ScoreAfter > Score;
}

internal sealed class ContestMapping : IEntityTypeConfiguration<ContestRow>
{
    public void Configure(EntityTypeBuilder<ContestRow> builder)
    {
        builder.ToTable("contests").HasKey(e => e.Id);
        builder.Ignore(e => e.IsGranted);
        builder.HasIndex(e => new { e.Attempt, e.Position }).IsUnique();
        builder.HasIndex(e => e.Person);
    }
}
