using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>The record of one assignment: enough to explain it, and to ask again of anybody as of the same point of the ledger (model.md, rules of an assignment).</summary>
public sealed class DecisionRow
{
    public required Guid Id { get; init; }

    /// <summary>1, 2, 3, … in the order they were made.</summary>
    public required long Number { get; init; }

    public required Guid Lead { get; init; }

    /// <summary>Among whose sellers it was shared out.</summary>
    public required string Cell { get; init; }

    public required DateTime At { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The ledger's sequence it was made as of: it knew these events and no later one.</summary>
    public required long Sequence { get; init; }

    /// <summary>How many leads had been assigned before.</summary>
    public required long Turn { get; init; }

    /// <summary>V of the cell before.</summary>
    public required long CellTime { get; init; }

    public required string PolicyHash { get; init; }

    public required int PolicyVersion { get; init; }

    /// <summary>The readiness policy, the model by which tiers were computed.</summary>
    public required string ModelHash { get; init; }

    /// <summary>The edition of the catalogue, in which both policies can be found again.</summary>
    public required string ContentHash { get; init; }

    public required AssignmentOutcome Outcome { get; init; }

    public required int Size { get; init; }

    public required Guid? Winner { get; init; }

    /// <summary>The winner and up to ten runners-up, in order.</summary>
    public required IReadOnlyList<Place> Ranking { get; init; }

    /// <summary>How many failed at each rule as their first, R1 first.</summary>
    public required IReadOnlyList<int> Failures { get; init; }

    public required bool AwayIgnored { get; init; }

    /// <summary>Whether it was given by chance among those at the edge of the tier.</summary>
    public bool Explored { get; init; }

    /// <summary>Whether it had waited past its service level.</summary>
    public required bool Late { get; init; }

    /// <summary>Since when the lead waited, as of the decision.</summary>
    public required DateTime WaitingSince { get; init; }

    /// <summary>Who owned the customer's account, as of the decision.</summary>
    public required Guid? AccountOwner { get; init; }

    /// <summary>How many were compared: those who passed every rule cannot be read from the ranking beyond eleven.</summary>
    public required int Compared { get; init; }

    public int Passed => Compared - Failures.Sum();
}

/// <summary>A place in the ranking: the key is vt + SCALE div 2w, the least wins.</summary>
public sealed record Place(Guid Person, long Key, long LastTurn, string Tie, long VirtualTime);

internal sealed class DecisionMapping : IEntityTypeConfiguration<DecisionRow>
{
    public void Configure(EntityTypeBuilder<DecisionRow> builder)
    {
        builder.ToTable("lead_decisions").HasKey(e => e.Id);
        builder.HasIndex(e => e.Number).IsUnique();
        builder.HasIndex(e => new { e.Lead, e.Number });
        builder.HasIndex(e => new { e.Day, e.Number });
        builder.Property(e => e.Ranking).HasConversion(new AsJson<Place>(), Unchanging<Place>());
        builder.Property(e => e.Failures).HasConversion(new AsJson<int>(), Unchanging<int>());
        builder.Ignore(e => e.Passed);
    }

    public static string Json<T>(IReadOnlyList<T> list) => JsonSerializer.Serialize(list);

    // A record is written once, so that the same list is the same value.
    private static ValueComparer<IReadOnlyList<T>> Unchanging<T>() => new((one, other) => ReferenceEquals(one, other), list => list.Count, list => list);

    private sealed class AsJson<T>() : ValueConverter<IReadOnlyList<T>, string>(
        list => Json(list), json => JsonSerializer.Deserialize<List<T>>(json, (JsonSerializerOptions?)null)!);
}
