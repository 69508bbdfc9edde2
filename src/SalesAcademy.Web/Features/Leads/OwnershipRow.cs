using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>One ownership of a lead from taking to end. Caps, claims of the day and cool-downs are counted from these rows and kept nowhere else.</summary>
public sealed class OwnershipRow
{
    public required Guid Id { get; init; }

    public required Guid Lead { get; init; }

    public required Guid Person { get; init; }

    public required Taking How { get; init; }

    public required DateOnly Day { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The ledger's sequence when it began: what was decided as of an earlier or equal one did not know of it.</summary>
    public required long Sequence { get; init; }

    public OwnershipEnd? End { get; set; }

    public DateOnly? EndedOn { get; set; }

    /// <summary>The ledger's sequence when it ended.</summary>
    public long? EndSequence { get; set; }

    /// <summary>Why it was given back or passed on: the words, in their erasable row.</summary>
    public Guid? Reason { get; set; }

    /// <summary>What it was won for, where that was said or agreed to.</summary>
    public decimal? Sum { get; set; }

    /// <summary>ISO code of the sum.</summary>
    public string? Currency { get; set; }
}

/// <summary>How a seller came by a lead.</summary>
public enum Taking
{
    /// <summary>Given by the engine.</summary>
    Assigned,

    /// <summary>Taken from the public pool.</summary>
    Claimed,

    /// <summary>Given by somebody who answers for it.</summary>
    Transferred,

    /// <summary>Theirs again after it had been won or lost.</summary>
    Reopened,
}

/// <summary>How an ownership ended.</summary>
public enum OwnershipEnd
{
    GivenBack,
    Expired,
    Transferred,
    Won,
    Lost,

    /// <summary>The lead was locked; no cool-down follows.</summary>
    Locked,
}

internal static class OwnershipEnds
{
    public static OwnershipEnd Of(ReturnReason reason) => reason switch
    {
        ReturnReason.GivenBack => OwnershipEnd.GivenBack,
        ReturnReason.Expired => OwnershipEnd.Expired,
        _ => OwnershipEnd.Transferred,
    };
}

internal sealed class OwnershipMapping : IEntityTypeConfiguration<OwnershipRow>
{
    public void Configure(EntityTypeBuilder<OwnershipRow> builder)
    {
        builder.ToTable("lead_ownerships").HasKey(e => e.Id);
        // A lead has at most one owner, whatever the code above believes. The filter is spelt the same by both databases.
        builder.HasIndex(e => e.Lead, "one_owner").IsUnique().HasFilter("end_sequence IS NULL");
        builder.HasIndex(e => new { e.Lead, e.Sequence });
        builder.HasIndex(e => new { e.Person, e.At });
    }
}

/// <summary>One follow-up: the day, and what was said and comes next.</summary>
public sealed class FollowUpRow
{
    public required Guid Id { get; init; }

    public required Guid Lead { get; init; }

    public required Guid Person { get; init; }

    public required DateOnly Day { get; init; }

    public required DateTime At { get; init; }

    public required string Note { get; init; }
}

internal sealed class FollowUpMapping : IEntityTypeConfiguration<FollowUpRow>
{
    public void Configure(EntityTypeBuilder<FollowUpRow> builder)
    {
        builder.ToTable("follow_ups").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Lead, e.At });
    }
}
