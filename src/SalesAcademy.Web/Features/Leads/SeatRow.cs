using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A seller's place in the turn of a cell now. It can be rebuilt from the moves.</summary>
public sealed class SeatRow
{
    public required string Cell { get; init; }

    public required Guid Person { get; init; }

    /// <summary>vt, in millionths of a lead per weight.</summary>
    public required long VirtualTime { get; set; }

    public required long LastTurn { get; set; }

    /// <summary>Away or gone at the last decision: on return nobody catches up on turns missed.</summary>
    public required bool Absent { get; set; }
}

internal sealed class SeatMapping : IEntityTypeConfiguration<SeatRow>
{
    public void Configure(EntityTypeBuilder<SeatRow> builder) => builder.ToTable("lead_seats").HasKey(e => new { e.Cell, e.Person });
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

/// <summary>A group of sellers who share leads out among themselves; there is one until an organisation asks for more.</summary>
public sealed class CellRow
{
    public const string TheOnly = "";

    public required string Cell { get; init; }

    /// <summary>V, the greatest vt with which anybody has won here.</summary>
    public long Time { get; set; }

    /// <summary>Leads assigned so far.</summary>
    public long Turns { get; set; }

    /// <summary>Decisions made so far.</summary>
    public long Decisions { get; set; }
}

internal sealed class CellMapping : IEntityTypeConfiguration<CellRow>
{
    public void Configure(EntityTypeBuilder<CellRow> builder) => builder.ToTable("lead_cells").HasKey(e => e.Cell);
}
