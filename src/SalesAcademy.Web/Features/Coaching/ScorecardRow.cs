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
}

internal sealed class ScorecardMapping : IEntityTypeConfiguration<ScorecardRow>
{
    public void Configure(EntityTypeBuilder<ScorecardRow> builder)
    {
        builder.ToTable("scorecards").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Person, e.At });
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
