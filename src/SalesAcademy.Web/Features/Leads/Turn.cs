using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// The table at which leads are shared out, laid anew for every decision from the kept seats and today's facts, so that it is right
/// after a restart, on any node, and in a replay. Who was absent at the last decision returns in the sense of model.md section 6.
/// </summary>
internal sealed class Turn
{
    private readonly IReadOnlyDictionary<Guid, SeatRow> kept;
    private readonly List<Guid> seated = [];
    private readonly DateTimeOffset now;

    private Turn(LeadPolicy policy, CellRow cell, IReadOnlyDictionary<Guid, SeatRow> kept, IReadOnlyList<Competitor> sellers, AsOf asOf)
    {
        (this.kept, Cell, Sellers, AsOf, now) = (kept, cell, sellers, asOf, new DateTimeOffset(asOf.At));
        Engine = new AssignmentEngine(policy, now, cell.Turns);
        Engine.RestoreCell(CellRow.TheOnly, cell.Time);
        foreach (var seller in sellers)
            Seat(seller);
    }

    public AssignmentEngine Engine { get; }

    public CellRow Cell { get; }

    public IReadOnlyList<Competitor> Sellers { get; }

    /// <summary>The point of the ledger these facts were read at.</summary>
    public AsOf AsOf { get; }

    /// <summary>Lays the table from the rows as they are. On PostgreSQL others may commit meanwhile, so it looks again until no event fell between its readings.</summary>
    public static async Task<Turn> Lay(AcademyDb db, Catalogue catalogue, Sellers sellers, AsOf asOf)
    {
        for (var looks = 0; ; looks++)
        {
            var sequence = await Newest(db);
            var turn = await LayFor(db, catalogue.Leads, await sellers.All(db, asOf, catalogue), asOf with { Sequence = sequence });
            if (sequence == await Newest(db) || looks == 5)
                return turn;
        }
    }

    /// <summary>Lays the table for sellers whose facts are known already, as another policy would have them.</summary>
    public static async Task<Turn> LayFor(AcademyDb db, LeadPolicy policy, IReadOnlyList<Competitor> competitors, AsOf asOf)
    {
        var cell = await db.FindAsync<CellRow>(CellRow.TheOnly) ?? new CellRow { Cell = CellRow.TheOnly };
        var seats = await db.Set<SeatRow>().Where(s => s.Cell == CellRow.TheOnly).ToDictionaryAsync(s => s.Person);
        return new Turn(policy, cell, seats, competitors, asOf);
    }

    /// <summary>Lays the table as a decision met it.</summary>
    /// <param name="policy">The lead policy then.</param>
    /// <param name="cell">V and the number of turns before it.</param>
    /// <param name="seats">The seats by the log of the turn, those included that were taken for this decision.</param>
    /// <param name="competitors">Everybody who sold then.</param>
    /// <param name="asOf">The point of the ledger it was made at.</param>
    public static Turn LayAgain(LeadPolicy policy, CellRow cell, IReadOnlyDictionary<Guid, SeatRow> seats, IReadOnlyList<Competitor> competitors, AsOf asOf) =>
        new(policy, cell, seats, competitors, asOf);

    /// <summary>The seats as the log of the turn gives them.</summary>
    public static Dictionary<Guid, SeatRow> Rebuild(IEnumerable<SeatMoveRow> inOrder) => inOrder.GroupBy(m => m.Person).ToDictionary(g => g.Key, g => SeatOf(g.Last()));

    /// <summary>Keeps what a decision changed at the table.</summary>
    public void Keep(Entry entry, AssignmentDecision decision)
    {
        if (entry.Db.Entry(Cell).State == EntityState.Detached)
            entry.Db.Add(Cell);
        Cell.Decisions++;
        foreach (var person in seated)
            Log(entry, person, won: false);
        Engine.Apply(decision);
        if (decision.Winner is { } winner)
        {
            (Cell.Time, Cell.Turns) = (Engine.CellTime(CellRow.TheOnly), Engine.Sequence);
            Log(entry, winner.Person, won: true);
        }

        foreach (var seller in Sellers)
            KeepSeat(entry, seller);
        foreach (var (person, gone) in kept)
            gone.Absent = gone.Absent || Sellers.All(s => s.Id != person);
    }

    private void Seat(Competitor seller)
    {
        if (!kept.TryGetValue(seller.Id, out var seat))
            Engine.Join(seller);
        else
            Engine.Restore(seller, seat.Absent && !IsAway(seller) ? StrideOf(seat).NotBefore(Cell.Time) : StrideOf(seat));
        if (seat is null || StrideOf(seat) != Engine.StrideOf(seller.Id))
            seated.Add(seller.Id);
    }

    private void KeepSeat(Entry entry, Competitor seller)
    {
        var stride = Engine.StrideOf(seller.Id);
        var seat = kept.GetValueOrDefault(seller.Id) ?? entry.Db.Add(new SeatRow
        {
            Cell = CellRow.TheOnly,
            Person = seller.Id,
            VirtualTime = 0,
            LastTurn = 0,
            Absent = false,
        }).Entity;
        (seat.VirtualTime, seat.LastTurn, seat.Absent) = (stride.VirtualTime, stride.LastSequence, IsAway(seller));
    }

    private void Log(Entry entry, Guid person, bool won)
    {
        var stride = Engine.StrideOf(person);
        entry.Db.Add(new SeatMoveRow
        {
            Cell = CellRow.TheOnly,
            Decision = Cell.Decisions,
            Person = person,
            Won = won,
            VirtualTime = stride.VirtualTime,
            LastTurn = stride.LastSequence,
        });
    }

    private bool IsAway(Competitor seller) => now < seller.AwayUntil;

    private static Stride StrideOf(SeatRow seat) => new(seat.VirtualTime, seat.LastTurn);

    /// <summary>The seat that a move left.</summary>
    public static SeatRow SeatOf(SeatMoveRow move) => new()
    {
        Cell = move.Cell,
        Person = move.Person,
        VirtualTime = move.VirtualTime,
        LastTurn = move.LastTurn,
        Absent = false,
    };

    /// <summary>The sequence of the newest event.</summary>
    internal static Task<long> Newest(AcademyDb db) => db.Set<TrunkHeadRow>().Select(h => h.Sequence).SingleAsync();
}
