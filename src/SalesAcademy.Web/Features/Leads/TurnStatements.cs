using System.Data.Common;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>The turn as decisions read and write it. A context would spend more on these rows than the whole rest of a decision takes.</summary>
internal static class TurnStatements
{
    // After a start everybody may sit down at once; so many rows go with one statement.
    private const int Together = 50;

    private const string MoveColumns = "INSERT INTO lead_seat_moves (cell, decision, person, won, virtual_time, last_turn) VALUES ";
    private const string SeatColumns = "INSERT INTO lead_seats (person, cell, virtual_time, last_turn, absent, decision) VALUES ";
    private const string AsNow = """
         ON CONFLICT (person) DO UPDATE SET cell = excluded.cell, virtual_time = excluded.virtual_time, last_turn = excluded.last_turn, absent = excluded.absent, decision = excluded.decision
        """;

    /// <summary>Decision: the seats that later ones have written.</summary>
    public static readonly Statement Seats = new("SELECT person, cell, virtual_time, last_turn, absent, decision FROM lead_seats WHERE decision > @p0");

    public static readonly Statement Cells = new("SELECT cell, time, turns, decisions FROM lead_cells");

    /// <summary>Cell, time, turns, decisions: as they are now.</summary>
    private static readonly Statement KeepCell = new(
        "INSERT INTO lead_cells (cell, time, turns, decisions) VALUES (@p0, @p1, @p2, @p3) ON CONFLICT (cell) DO UPDATE SET time = excluded.time, turns = excluded.turns, decisions = excluded.decisions");

    private static readonly Statement KeepSeat = new(SeatColumns + Rows(1, 6) + AsNow);
    private static readonly Statement KeepSeats = new(SeatColumns + Rows(Together, 6) + AsNow);
    private static readonly Statement KeepMove = new(MoveColumns + Rows(1, 6));
    private static readonly Statement KeepMoves = new(MoveColumns + Rows(Together, 6));

    private static readonly Statement KeepDecision = new("""
        INSERT INTO lead_decisions (id, number, lead, cell, at, day, sequence, turn, cell_time, policy_hash, policy_version, model_hash, content_hash, outcome, size, winner,
            ranking, failures, away_ignored, explored, late, waiting_since, account_owner, compared)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23)
        """);

    public static void Keep(Entry entry, CellRow cell) => entry.Execute(KeepCell, cell.Cell, cell.Time, cell.Turns, cell.Decisions);

    public static void Keep(Entry entry, DecisionRow row) => entry.Execute(
        KeepDecision, row.Id, row.Number, row.Lead, row.Cell, row.At, row.Day, row.Sequence, row.Turn, row.CellTime, row.PolicyHash, row.PolicyVersion, row.ModelHash, row.ContentHash,
        $"{row.Outcome}", row.Size, row.Winner, DecisionMapping.Json(row.Ranking), DecisionMapping.Json(row.Failures), row.AwayIgnored, row.Explored, row.Late, row.WaitingSince,
        row.AccountOwner, row.Compared);

    /// <summary>Seats as they are now; a person once.</summary>
    public static void Keep(Entry entry, IEnumerable<SeatRow> seats) =>
        Keep(entry, KeepSeat, KeepSeats, seats.Select(seat => new object[] { seat.Person, seat.Cell, seat.VirtualTime, seat.LastTurn, seat.Absent, seat.Decision }));

    /// <summary>What is new in the log of the turn.</summary>
    public static void Keep(Entry entry, IEnumerable<SeatMoveRow> moves) =>
        Keep(entry, KeepMove, KeepMoves, moves.Select(move => new object[] { move.Cell, move.Decision, move.Person, move.Won, move.VirtualTime, move.LastTurn }));

    public static SeatRow SeatOf(DbDataReader row) => new()
    {
        Person = row.GetGuid(0),
        Cell = row.GetString(1),
        VirtualTime = row.GetInt64(2),
        LastTurn = row.GetInt64(3),
        Absent = row.GetBoolean(4),
        Decision = row.GetInt64(5),
    };

    public static CellRow CellOf(DbDataReader row) => new() { Cell = row.GetString(0), Time = row.GetInt64(1), Turns = row.GetInt64(2), Decisions = row.GetInt64(3) };

    private static void Keep(Entry entry, Statement one, Statement many, IEnumerable<object[]> rows)
    {
        foreach (var stretch in rows.Chunk(Together))
            if (stretch.Length == Together)
                entry.Execute(many, [.. stretch.SelectMany(row => row)]);
            else
                foreach (var row in stretch)
                    entry.Execute(one, row);
    }

    private static string Rows(int count, int columns) =>
        string.Join(", ", Enumerable.Range(0, count).Select(row => $"({string.Join(", ", Enumerable.Range(row * columns, columns).Select(number => $"@p{number}"))})"));
}
