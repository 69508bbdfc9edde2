using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// The turn as an engine, laid from the kept seats and the facts of everybody who sells: after a start, on any node, in a simulation and in
/// a replay. Who was absent at the last decision returns in the sense of model.md section 6.
/// </summary>
internal sealed class Turn
{
    private Turn(LeadPolicy policy, IReadOnlyList<CellRow> cells, IReadOnlyDictionary<Guid, SeatRow> kept, IReadOnlyList<Competitor> sellers, AsOf asOf)
    {
        Engine = new AssignmentEngine(policy, asOf.Moment.At, cells.Sum(cell => cell.Turns));
        foreach (var cell in cells)
            Engine.RestoreCell(cell.Cell, cell.Time);
        foreach (var seller in sellers)
            Seat(Engine, policy, seller, kept.GetValueOrDefault(seller.Id), asOf.Moment.At);
    }

    public AssignmentEngine Engine { get; }

    /// <summary>Lays it as it is kept, for sellers whose facts are known: as they are, or as another policy would have them.</summary>
    public static async Task<Turn> LayFor(AcademyDb db, LeadPolicy policy, IReadOnlyList<Competitor> competitors, AsOf asOf) =>
        new(policy, await db.Set<CellRow>().AsNoTracking().ToListAsync(), await db.Set<SeatRow>().AsNoTracking().ToDictionaryAsync(seat => seat.Person), competitors, asOf);

    /// <summary>The seats as the log of the turn gives them.</summary>
    public static Dictionary<Guid, SeatRow> Rebuild(IEnumerable<SeatMoveRow> inOrder) => inOrder.GroupBy(m => m.Person).ToDictionary(g => g.Key, g => SeatOf(g.Last()));

    /// <summary>The seat that a move left.</summary>
    public static SeatRow SeatOf(SeatMoveRow move) => new()
    {
        Person = move.Person,
        Cell = move.Cell,
        VirtualTime = move.VirtualTime,
        LastTurn = move.LastTurn,
        Absent = false,
        Decision = move.Decision,
    };

    /// <summary>Seats somebody anew as they were written last. Who was absent then and is back, or shares another cell now, has missed no turn.</summary>
    public static void Seat(AssignmentEngine engine, LeadPolicy policy, Competitor seller, SeatRow? kept, DateTimeOffset now)
    {
        if (kept is null)
            engine.Join(seller);
        else
            engine.Restore(seller, kept.Cell != seller.Cell || (kept.Absent && !seller.IsOut(policy, now)) ? kept.Stride.NotBefore(engine.CellTime(seller.Cell)) : kept.Stride);
    }
}
