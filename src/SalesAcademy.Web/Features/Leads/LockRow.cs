using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A lead was locked after it had come in: by whom, why, and what it was before. One that came in locked has none.</summary>
public sealed class LockRow
{
    public required Guid Id { get; init; }

    public required Guid Lead { get; init; }

    /// <summary>The lead that somebody locked: of a customer who may not be contacted, its other leads are locked with it and unlocked with it.</summary>
    public required Guid With { get; init; }

    public required LockKind Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Who locked it; null for another system.</summary>
    public required Guid? Person { get; init; }

    /// <summary>Where the lead was.</summary>
    public required LeadState Before { get; init; }

    /// <summary>Why: the words, in their erasable row; empty where a lead of the same customer that came in said so, not a person.</summary>
    public required Guid Reason { get; init; }

    public DateTime? EndedAt { get; set; }

    public Guid? EndedBy { get; set; }

    /// <summary>Why it was unlocked: the words, in their erasable row.</summary>
    public Guid? EndReason { get; set; }

    internal static async Task<IReadOnlyDictionary<Guid, LockRow>> OpenOf(AcademyDb db, IReadOnlyList<Guid> leads, CancellationToken cancellation) =>
        leads.Count == 0 ? new Dictionary<Guid, LockRow>() : await db.Set<LockRow>().Where(l => leads.Contains(l.Lead) && l.EndedAt == null).ToDictionaryAsync(l => l.Lead, cancellation);
}

internal sealed class LockMapping : IEntityTypeConfiguration<LockRow>
{
    public void Configure(EntityTypeBuilder<LockRow> builder)
    {
        builder.ToTable("lead_locks").HasKey(e => e.Id);
        // A lead is locked once at a time. The filter is spelt the same by both databases.
        builder.HasIndex(e => e.Lead, "one_lock").IsUnique().HasFilter("ended_at IS NULL");
        builder.HasIndex(e => e.With);
    }
}
