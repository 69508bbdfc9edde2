using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A seller's place in the turn now. It can be rebuilt from the moves.</summary>
public sealed class SeatRow
{
    public required Guid Person { get; init; }

    /// <summary>The cell they share leads out in.</summary>
    public required string Cell { get; set; }

    /// <summary>vt, in millionths of a lead per weight.</summary>
    public required long VirtualTime { get; set; }

    public required long LastTurn { get; set; }

    /// <summary>Away, gone or in a tier without leads at the last decision: on return nobody catches up on turns missed.</summary>
    public required bool Absent { get; set; }

    /// <summary>The number of the decision that changed it last: who keeps the table in memory reads on from there.</summary>
    public required long Decision { get; set; }

    internal Stride Stride => new(VirtualTime, LastTurn);
}

internal sealed class SeatMapping : IEntityTypeConfiguration<SeatRow>
{
    public void Configure(EntityTypeBuilder<SeatRow> builder)
    {
        builder.ToTable("lead_seats").HasKey(e => e.Person);
        builder.HasIndex(e => e.Decision);
    }
}

/// <summary>The log of the turn: somebody sat down or came back before a decision, or won it.</summary>
public sealed class SeatMoveRow
{
    public required string Cell { get; init; }

    /// <summary>The number of the decision.</summary>
    public required long Decision { get; init; }

    public required Guid Person { get; init; }

    /// <summary>Won the decision; otherwise was seated before it.</summary>
    public required bool Won { get; init; }

    public required long VirtualTime { get; init; }

    public required long LastTurn { get; init; }
}

internal sealed class SeatMoveMapping : IEntityTypeConfiguration<SeatMoveRow>
{
    public void Configure(EntityTypeBuilder<SeatMoveRow> builder) => builder.ToTable("lead_seat_moves").HasKey(e => new { e.Cell, e.Decision, e.Person, e.Won });
}

/// <summary>A group of sellers who share leads out among themselves, which is a pool. The first one's row also counts for all of them.</summary>
public sealed class CellRow
{
    /// <summary>The cell of an organisation with one pool, whose row counts decisions and turns of all.</summary>
    public const string First = "";

    public required string Cell { get; init; }

    /// <summary>V, the greatest vt with which anybody has won here.</summary>
    public long Time { get; set; }

    /// <summary>Leads assigned so far, in every cell; kept with the first.</summary>
    public long Turns { get; set; }

    /// <summary>Decisions made so far, in every cell; kept with the first.</summary>
    public long Decisions { get; set; }
}

internal sealed class CellMapping : IEntityTypeConfiguration<CellRow>
{
    public void Configure(EntityTypeBuilder<CellRow> builder) => builder.ToTable("lead_cells").HasKey(e => e.Cell);
}
