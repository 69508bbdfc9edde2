using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Where a person was last seen; one row each, written over.</summary>
public sealed class PresenceRow
{
    public required Guid Person { get; init; }

    /// <summary>Such as lesson:discovery/open#b-12ab… (see Place).</summary>
    public required string Place { get; init; }

    /// <summary>Since when they have been at that place.</summary>
    public required DateTime Since { get; init; }

    /// <summary>When they last moved, scrolled or typed.</summary>
    public required DateTime ActiveAt { get; init; }

    /// <summary>When their connection last showed a sign of life.</summary>
    public required DateTime SeenAt { get; init; }

    /// <summary>Open pages; 0 once all are closed.</summary>
    public required int Connections { get; init; }
}

internal sealed class PresenceMapping : IEntityTypeConfiguration<PresenceRow>
{
    public void Configure(EntityTypeBuilder<PresenceRow> builder) => builder.ToTable("presences").HasKey(e => e.Person);
}
