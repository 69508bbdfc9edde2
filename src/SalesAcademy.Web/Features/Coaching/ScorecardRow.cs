using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>One observation of a seller by a coach, following a rubric as it was then.</summary>
public sealed class ScorecardRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    public required Guid Rater { get; init; }

    public required string Rubric { get; init; }

    public required string ContentHash { get; init; }

    public required DateOnly Day { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The session it was filled in at; null for one filled in afterwards.</summary>
    public Guid? Session { get; init; }
}

internal sealed class ScorecardMapping : IEntityTypeConfiguration<ScorecardRow>
{
    public void Configure(EntityTypeBuilder<ScorecardRow> builder)
    {
        builder.ToTable("scorecards").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Person, e.At });
        // One card per rater and session; cards of no session do not meet, since null equals nothing.
        builder.HasIndex(e => new { e.Session, e.Rater }).IsUnique();
    }
}

/// <summary>One row of a scorecard.</summary>
public sealed class ScoreRow
{
    public required Guid Scorecard { get; init; }

    public required string Criterion { get; init; }

    /// <summary>1..4; 0 for not observed.</summary>
    public required int Level { get; init; }

    public string? Comment { get; init; }
}

internal sealed class ScoreMapping : IEntityTypeConfiguration<ScoreRow>
{
    public void Configure(EntityTypeBuilder<ScoreRow> builder) => builder.ToTable("scores").HasKey(e => new { e.Scorecard, e.Criterion });
}
