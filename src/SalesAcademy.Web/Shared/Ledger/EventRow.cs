using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>One event of the trunk: append-only, chained by hash, read for history and audit.</summary>
public sealed class EventRow
{
    public required long Sequence { get; init; }

    public required string Type { get; init; }

    public required int Version { get; init; }

    public required Guid Subject { get; init; }

    public Guid? Actor { get; init; }

    public Guid? RealActor { get; init; }

    public string? PolicyHash { get; init; }

    public string? ContentHash { get; init; }

    /// <summary>Salted hash of the reason given, whose words live in an erasable row.</summary>
    public string? ReasonHash { get; init; }

    public required DateTime At { get; init; }

    public required DateOnly LocalDate { get; init; }

    public required string Zone { get; init; }

    public required string Json { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    /// <summary>A row whose columns stand in the order of the properties.</summary>
    internal static EventRow Read(DbDataReader row) => new()
    {
        Sequence = row.GetInt64(0),
        Type = row.GetString(1),
        Version = row.GetInt32(2),
        Subject = row.GetGuid(3),
        Actor = row.MaybeId(4),
        RealActor = row.MaybeId(5),
        PolicyHash = row.Text(6),
        ContentHash = row.Text(7),
        ReasonHash = row.Text(8),
        At = row.Instant(9),
        LocalDate = row.GetFieldValue<DateOnly>(10),
        Zone = row.GetString(11),
        Json = row.GetString(12),
        PreviousHash = row.GetString(13),
        Hash = row.GetString(14),
    };
}

internal sealed class EventMapping : IEntityTypeConfiguration<EventRow>
{
    public void Configure(EntityTypeBuilder<EventRow> builder)
    {
        builder.ToTable("events").HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.HasIndex(e => new { e.Subject, e.Sequence });
        builder.HasIndex(e => new { e.Type, e.Sequence });
        builder.HasIndex(e => new { e.Actor, e.Sequence });
        builder.HasIndex(e => new { e.LocalDate, e.Sequence });
    }
}

/// <summary>The one row that gives the next sequence and the previous hash; locked last, so that no reader ever skips an event.</summary>
public sealed class TrunkHeadRow
{
    public const int TheOnly = 1;

    public int Id { get; init; } = TheOnly;

    public long Sequence { get; set; }

    public string Hash { get; set; } = EventTrunk.Root;
}

internal sealed class TrunkHeadMapping : IEntityTypeConfiguration<TrunkHeadRow>
{
    public void Configure(EntityTypeBuilder<TrunkHeadRow> builder)
    {
        builder.ToTable("trunk_head").HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasData(new TrunkHeadRow());
    }
}
