using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Coaching;

namespace SalesAcademy.Web.Features.Coaching.Cadences;

/// <summary>How often a coach meets somebody, or everybody of a team.</summary>
public sealed class CadenceRow
{
    public required Guid Id { get; init; }

    public required Guid Coach { get; init; }

    /// <summary>The seller or the team.</summary>
    public required Guid With { get; init; }

    public required bool IsTeam { get; init; }

    public required DateOnly First { get; set; }

    public required int Weeks { get; set; }

    /// <summary>On the coach's clock, wherever they live by then.</summary>
    public required TimeOnly At { get; set; }

    public required int Minutes { get; set; }

    public required string Place { get; set; }

    public required string Agenda { get; set; }

    public required DateTime SetAt { get; init; }

    public DateTime? EndedAt { get; set; }

    public Cadence Rule => new(First, Weeks, At, Minutes);
}

internal sealed class CadenceMapping : IEntityTypeConfiguration<CadenceRow>
{
    public void Configure(EntityTypeBuilder<CadenceRow> builder)
    {
        builder.ToTable("coaching_cadences").HasKey(e => e.Id);
        builder.Ignore(e => e.Rule);
        builder.HasIndex(e => new { e.Coach, e.With }, "one_cadence").IsUnique().HasFilter("ended_at IS NULL");
    }
}

/// <summary>One occurrence of a cadence for one seller. Its key is why it is planned once, whoever plans it.</summary>
public sealed class OccurrenceRow
{
    public required Guid Cadence { get; init; }

    public required Guid Seller { get; init; }

    /// <summary>The day it is due by the cadence.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>When the cadence would have it begin; null where it is left out, or where its session is to be given a time anew.</summary>
    public DateTime? StartsAt { get; set; }

    /// <summary>What it was planned as; null where it was left out.</summary>
    public Guid? Session { get; set; }
}

internal sealed class OccurrenceMapping : IEntityTypeConfiguration<OccurrenceRow>
{
    public void Configure(EntityTypeBuilder<OccurrenceRow> builder)
    {
        builder.ToTable("coaching_occurrences").HasKey(e => new { e.Cadence, e.Seller, e.Due });
        builder.HasIndex(e => e.Session);
        builder.HasIndex(e => e.Seller);
    }
}
