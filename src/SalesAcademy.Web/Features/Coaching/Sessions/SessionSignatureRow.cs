using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>A signature under one edition of the summary, or the refusal to give it.</summary>
public sealed class SessionSignatureRow
{
    public required Guid Id { get; init; }

    public required Guid Session { get; init; }

    public required Guid Person { get; init; }

    public required int Edition { get; init; }

    public required bool Agrees { get; init; }

    /// <summary>The words beside it, in their erasable row.</summary>
    public Guid? Words { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class SessionSignatureMapping : IEntityTypeConfiguration<SessionSignatureRow>
{
    public void Configure(EntityTypeBuilder<SessionSignatureRow> builder)
    {
        builder.ToTable("coaching_session_signatures").HasKey(e => e.Id);
        builder.HasIndex(e => e.Session);
    }
}
