using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Where a person stands, and how far their evidence goes.</summary>
public sealed class TierRow
{
    public required Guid Person { get; init; }

    /// <summary>The tier by the daily step, without any override.</summary>
    public Tier Tier { get; set; }

    /// <summary>Days in a row with readiness under the tier's threshold.</summary>
    public int Below { get; set; }

    /// <summary>The last local day that was stepped.</summary>
    public required DateOnly SteppedOn { get; set; }

    /// <summary>The order of the newest piece of evidence.</summary>
    public long Evidence { get; set; }

    /// <summary>New with every change of evidence or standing, also with one that is rolled back later: names exactly what a score was computed from.</summary>
    public required Guid Stamp { get; set; }
}

internal sealed class TierMapping : IEntityTypeConfiguration<TierRow>
{
    public void Configure(EntityTypeBuilder<TierRow> builder)
    {
        builder.ToTable("tiers").HasKey(e => e.Person);
        builder.HasIndex(e => e.SteppedOn);
    }
}

/// <summary>One change of a person's tier: together they tell the tier of any day.</summary>
public sealed class TierChangeRow
{
    public required Guid Person { get; init; }

    /// <summary>1, 2, 3, … per person.</summary>
    public required int Number { get; init; }

    public required DateOnly Day { get; init; }

    public required Tier From { get; init; }

    public required Tier To { get; init; }

    public required TierReason Reason { get; init; }

    public required string PolicyHash { get; init; }
}

internal sealed class TierChangeMapping : IEntityTypeConfiguration<TierChangeRow>
{
    public void Configure(EntityTypeBuilder<TierChangeRow> builder) => builder.ToTable("tier_changes").HasKey(e => new { e.Person, e.Number });
}

/// <summary>A manager's correction of a tier for some days; of several the newest counts, and it ends by itself.</summary>
public sealed class TierOverrideRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    /// <summary>1, 2, 3, … per person.</summary>
    public required int Number { get; init; }

    public required Guid By { get; init; }

    public required Tier To { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    /// <summary>Why: the words, in their erasable row.</summary>
    public required Guid Reason { get; init; }

    public TierOverride AsDecided => new(To, From, Until, By);
}

internal sealed class TierOverrideMapping : IEntityTypeConfiguration<TierOverrideRow>
{
    public void Configure(EntityTypeBuilder<TierOverrideRow> builder)
    {
        builder.ToTable("tier_overrides").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Person, e.Number }).IsUnique();
    }
}
