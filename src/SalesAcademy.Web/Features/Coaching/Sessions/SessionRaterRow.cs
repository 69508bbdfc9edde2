using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>Somebody who rates in a session: the coach where there is a rubric, and the others invited to.</summary>
public sealed class SessionRaterRow
{
    public required Guid Session { get; init; }

    public required Guid Person { get; init; }

    /// <summary>When every row was decided and the card was put out of their own hands.</summary>
    public DateTime? HandedInAt { get; set; }
}

internal sealed class SessionRaterMapping : IEntityTypeConfiguration<SessionRaterRow>
{
    public void Configure(EntityTypeBuilder<SessionRaterRow> builder)
    {
        builder.ToTable("coaching_session_raters").HasKey(e => new { e.Session, e.Person });
        builder.HasIndex(e => e.Person);
    }
}

/// <summary>The level and the words a rater has set on one row so far.</summary>
public sealed class SessionMarkRow
{
    public required Guid Session { get; init; }

    public required Guid Rater { get; init; }

    public required string Criterion { get; init; }

    /// <summary>1..4, 0 for not observed; null while there are only words.</summary>
    public int? Level { get; set; }

    public string? Comment { get; set; }

    public required DateTime At { get; set; }
}

internal sealed class SessionMarkMapping : IEntityTypeConfiguration<SessionMarkRow>
{
    public void Configure(EntityTypeBuilder<SessionMarkRow> builder) => builder.ToTable("coaching_session_marks").HasKey(e => new { e.Session, e.Rater, e.Criterion });
}

/// <summary>A word set down at a moment of the session.</summary>
public sealed class SessionCommentRow
{
    public required Guid Id { get; init; }

    public required Guid Session { get; init; }

    public required Guid Rater { get; init; }

    /// <summary>Seconds since the session began, or into the recorded call.</summary>
    public required int Second { get; init; }

    public required string Text { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class SessionCommentMapping : IEntityTypeConfiguration<SessionCommentRow>
{
    public void Configure(EntityTypeBuilder<SessionCommentRow> builder)
    {
        builder.ToTable("coaching_session_comments").HasKey(e => e.Id);
        builder.HasIndex(e => e.Session);
    }
}
