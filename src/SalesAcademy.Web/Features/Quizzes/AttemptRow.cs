using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>How an attempt came to its end.</summary>
public enum AttemptEnd
{
    /// <summary>Its person handed it in.</summary>
    Submitted,

    /// <summary>Its time was up; what was saved by then counts.</summary>
    Expired,
}

/// <summary>One sitting of a quiz. What it asks is in its questions and never changes.</summary>
public sealed class AttemptRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    public required string Course { get; init; }

    public required string Quiz { get; init; }

    public required int Number { get; init; }

    public required AttemptKind Kind { get; init; }

    /// <summary>The catalogue it is taken under, whatever is edited meanwhile.</summary>
    public required string ContentHash { get; init; }

    public required int Questions { get; init; }

    /// <summary>The accommodation it was begun on beyond the quiz's own attempts; null within them.</summary>
    public Guid? Accommodation { get; init; }

    public required DateTime StartedAt { get; init; }

    public DateTime? Deadline { get; init; }

    public DateTime? FinishedAt { get; init; }

    public AttemptEnd? Ending { get; init; }

    /// <summary>0..1; null while it is open, and while an answer of it waits for a grader.</summary>
    public double? Score { get; init; }

    public bool? Passed { get; init; }
}

internal sealed class AttemptMapping : IEntityTypeConfiguration<AttemptRow>
{
    public void Configure(EntityTypeBuilder<AttemptRow> builder)
    {
        builder.ToTable("attempts").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Person, e.Course, e.Quiz, e.Number }).IsUnique();
        builder.HasIndex(e => new { e.Person, e.Course, e.Quiz }, "one_open_attempt").IsUnique().HasFilter("finished_at IS NULL");
        builder.HasIndex(e => e.Deadline, "open_deadlines").HasFilter("finished_at IS NULL AND deadline IS NOT NULL");
        builder.HasIndex(e => e.FinishedAt, "awaited_gradings").HasFilter("finished_at IS NOT NULL AND score IS NULL");
    }
}

/// <summary>One question of an attempt, as drawn when it began.</summary>
public sealed class AttemptQuestionRow
{
    public required Guid Attempt { get; init; }

    /// <summary>Its place, from 1.</summary>
    public required int Position { get; init; }

    public required string Family { get; init; }

    public required string Variant { get; init; }

    /// <summary>For each place on screen the option's place in the file: "2,0,3,1".</summary>
    public required string Options { get; init; }
}

internal sealed class AttemptQuestionMapping : IEntityTypeConfiguration<AttemptQuestionRow>
{
    public void Configure(EntityTypeBuilder<AttemptQuestionRow> builder)
    {
        builder.ToTable("attempt_questions").HasKey(e => new { e.Attempt, e.Position });
        builder.HasIndex(e => new { e.Attempt, e.Family }).IsUnique();
    }
}

/// <summary>The newest answer to one question of an attempt; written by <see cref="AnswerStatements"/> alone.</summary>
public sealed class AttemptAnswerRow
{
    public required Guid Attempt { get; init; }

    public required int Position { get; init; }

    /// <summary>What was answered, as <see cref="StoredResponse"/> writes it; empty when it was all taken away.</summary>
    public required string Response { get; init; }

    /// <summary>The language the question was shown in.</summary>
    public required string Locale { get; init; }

    public required bool Flagged { get; init; }

    /// <summary>Rises with each change on the client, so that a late packet never overwrites a newer one.</summary>
    public required long ClientSequence { get; init; }

    public required DateTime SavedAt { get; init; }
}

internal sealed class AttemptAnswerMapping : IEntityTypeConfiguration<AttemptAnswerRow>
{
    public void Configure(EntityTypeBuilder<AttemptAnswerRow> builder) => builder.ToTable("attempt_answers").HasKey(e => new { e.Attempt, e.Position });
}
