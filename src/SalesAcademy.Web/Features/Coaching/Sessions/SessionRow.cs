using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Coaching;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>A coaching session: what was planned, how far it has come, and what both took away from it.</summary>
public sealed class SessionRow
{
    public required Guid Id { get; init; }

    public required SessionKind Kind { get; init; }

    public required Guid Seller { get; init; }

    public required Guid Coach { get; init; }

    /// <summary>When it is to begin.</summary>
    public required DateTime StartsAt { get; set; }

    /// <summary>The organisation's day of that; the day observed once it has begun.</summary>
    public required DateOnly Day { get; set; }

    public required int Minutes { get; set; }

    public required string Place { get; set; }

    /// <summary>The https address of the call that is reviewed.</summary>
    public string? Call { get; init; }

    public int? CallFrom { get; init; }

    public int? CallUntil { get; init; }

    public string? Rubric { get; init; }

    /// <summary>The catalogue of the rubric from the beginning on.</summary>
    public string? ContentHash { get; set; }

    public required string Agenda { get; set; }

    public required SessionState State { get; set; }

    /// <summary>How often its time or place was changed or it was called off: what calendars go by.</summary>
    public int Revision { get; set; }

    public required DateTime PlannedAt { get; init; }

    /// <summary>When it was last given another time or place.</summary>
    public DateTime? MovedAt { get; set; }

    public DateTime? BegunAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public DateTime? SignedAt { get; set; }

    public DateTime? CalledOffAt { get; set; }

    /// <summary>Why it was excused or cancelled: the words, in their erasable row.</summary>
    public Guid? CalledOffReason { get; set; }

    public DateTime? ReopenedAt { get; set; }

    /// <summary>Why it was opened once more: the words, in their erasable row.</summary>
    public Guid? ReopenReason { get; set; }

    public string WentWell { get; set; } = "";

    public string ToTry { get; set; } = "";

    /// <summary>Rises with every change of the summary or its action items; 0 before there is one. A signature holds for one edition.</summary>
    public int Edition { get; set; }

    public bool IsOfTheTwo(Guid person) => person == Seller || person == Coach;
}

internal sealed class SessionMapping : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("coaching_sessions").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Seller, e.StartsAt });
        builder.HasIndex(e => new { e.Coach, e.StartsAt });
    }
}
