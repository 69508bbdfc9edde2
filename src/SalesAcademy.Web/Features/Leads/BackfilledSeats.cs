using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// A front door of Leads for a generator alone: seats sellers of a made-up past in the turn, as joining would have. The log says that they sat
/// down before the next decision.
/// </summary>
public static class BackfilledSeats
{
    internal static async Task Write(AcademyDb db, Backfill past, IReadOnlyList<Guid> sellers)
    {
        var cell = await db.Set<CellRow>().SingleOrDefaultAsync(c => c.Cell == CellRow.First);
        if (cell is null)
            await past.Add(new CellRow { Cell = CellRow.First });
        foreach (var seller in sellers)
        {
            await past.Add(new SeatRow { Cell = CellRow.First, Person = seller, VirtualTime = cell?.Time ?? 0, LastTurn = 0, Absent = false, Decision = cell?.Decisions ?? 0 });
            await past.Add(new SeatMoveRow { Cell = CellRow.First, Decision = cell?.Decisions ?? 0, Person = seller, Won = false, VirtualTime = cell?.Time ?? 0, LastTurn = 0 });
        }
    }
}
