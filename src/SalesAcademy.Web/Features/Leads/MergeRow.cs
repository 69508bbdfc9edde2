using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>One lead merged into another: which fields it filled, so that it can be undone. What stood in them stands in the duplicate itself.</summary>
public sealed class MergeRow
{
    public required Guid Id { get; init; }

    /// <summary>The duplicate, a tombstone while the merge holds.</summary>
    public required Guid Duplicate { get; init; }

    /// <summary>The lead that stays.</summary>
    public required Guid Into { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The ledger's sequence when it was made: what was decided as of an earlier or equal one did not know of it.</summary>
    public required long Sequence { get; init; }

    /// <summary>Who merged by hand; null where a lead came in as a duplicate.</summary>
    public Guid? Person { get; init; }

    /// <summary>What the duplicate was before, and is again once separated.</summary>
    public required LeadState Before { get; init; }

    /// <summary>Fields and kinds of tags that the lead lacked.</summary>
    public required IReadOnlyList<string> Filled { get; set; }

    /// <summary>The lead's currency before its value was filled.</summary>
    public string? CurrencyBefore { get; set; }

    /// <summary>The import it came by, and its row there.</summary>
    public Guid? Import { get; init; }

    public int? Number { get; init; }

    public DateTime? EndedAt { get; set; }

    /// <summary>The ledger's sequence when they were separated; null while the merge holds.</summary>
    public long? EndSequence { get; set; }

    /// <summary>Why they were separated: the words, in their erasable row.</summary>
    public Guid? Reason { get; set; }
}

internal sealed class MergeMapping : IEntityTypeConfiguration<MergeRow>
{
    public void Configure(EntityTypeBuilder<MergeRow> builder)
    {
        builder.ToTable("lead_merges").HasKey(e => e.Id);
        // A duplicate stands under one lead at most. The filter is spelt the same by both databases.
        builder.HasIndex(e => e.Duplicate, "one_survivor").IsUnique().HasFilter("end_sequence IS NULL");
        builder.HasIndex(e => new { e.Into, e.Sequence });
        builder.HasIndex(e => new { e.Import, e.Number });
        builder.Property(e => e.Filled).HasConversion(
            new ValueConverter<IReadOnlyList<string>, string>(list => JsonSerializer.Serialize(list, (JsonSerializerOptions?)null), json => JsonSerializer.Deserialize<List<string>>(json, (JsonSerializerOptions?)null)!),
            new ValueComparer<IReadOnlyList<string>>((one, other) => ReferenceEquals(one, other) || (one != null && other != null && one.SequenceEqual(other)), list => list.Count, list => list));
    }
}
