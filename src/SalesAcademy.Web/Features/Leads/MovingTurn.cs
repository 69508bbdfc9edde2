using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// The turn as one recorded decision after another met it. It is laid for a day and a policy; from one decision to the next only those are looked
/// at again about whom something was told, whose shift has begun or ended, or whose seat was written: a day costs what happened on it, not everybody
/// for every decision. Laid anew for another day or policy, and where the clock of a decision lies before the last.
/// </summary>
internal sealed class MovingTurn(PastSellers past, WorkingHours hours, IReadOnlyDictionary<Guid, SeatRow> seats)
{
    // In the hour that clocks go through twice, the end of a day may lie before now.
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private readonly Dictionary<Guid, string> cellOf = [];
    private readonly Dictionary<string, int> shares = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Guid, DateTimeOffset> looks = new();
    private readonly HashSet<Guid> touched = [];
    private AssignmentEngine? engine;
    private Catalogue? laid;
    private AsOf now;

    /// <summary>How often it was laid.</summary>
    public int Laid { get; private set; }

    /// <summary>Somebody's seat is another than it was; they are looked at again.</summary>
    public void Touch(Guid person) => touched.Add(person);

    /// <summary>How many share a cell.</summary>
    public int Count(string cell) => shares.GetValueOrDefault(cell);

    /// <summary>The engine as a decision met it.</summary>
    /// <param name="recorded">The decision.</param>
    /// <param name="then">The policies it was made under.</param>
    /// <param name="asOf">Its instant and its point of the ledger.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<AssignmentEngine> At(DecisionRow recorded, Catalogue then, AsOf asOf, CancellationToken cancellation)
    {
        touched.UnionWith(await past.GoOn(asOf, cancellation));
        var anew = engine is null || laid != then || now.Today != asOf.Today || asOf.At < now.At;
        now = asOf;
        if (anew)
            await Lay(recorded, then);
        else
            await Move(recorded, then);
        touched.Clear();
        return engine!; // laid above
    }

    private async Task Lay(DecisionRow recorded, Catalogue then)
    {
        Laid++;
        (laid, engine) = (then, new AssignmentEngine(then.Leads, now.Moment.At, recorded.Turn));
        engine.RestoreCell(recorded.Cell, recorded.CellTime);
        cellOf.Clear();
        shares.Clear();
        looks.Clear();
        foreach (var seller in await past.All(now, then))
            Seat(engine, seller);
    }

    private async Task Move(DecisionRow recorded, Catalogue then)
    {
        var table = engine!; // laid before
        table.RestoreCell(recorded.Cell, recorded.CellTime);
        table.RestoreSequence(recorded.Turn);
        table.Advance(now.Moment.At);
        while (looks.TryPeek(out _, out var at) && at <= now.Moment.At)
            touched.Add(looks.Dequeue());
        touched.UnionWith(table.TakeReturned());
        foreach (var person in touched)
            if (await past.Of(person, now, then) is { } seller)
                Seat(table, seller);
            else
                Lose(table, person);
        // Who was there at the last decision has missed no turn: the log says where they sit.
        foreach (var person in table.TakeReturned())
            if (table.IsSeated(person))
                table.Restore(person, StrideOf(table, person, cellOf[person]));
    }

    private void Seat(AssignmentEngine table, SellerAtWork seller)
    {
        var facts = seller.Facts;
        if (cellOf.TryGetValue(facts.Id, out var before))
            shares[before]--;
        cellOf[facts.Id] = facts.Cell;
        shares[facts.Cell] = shares.GetValueOrDefault(facts.Cell) + 1;
        if (seats.ContainsKey(facts.Id))
            table.Restore(facts, StrideOf(table, facts.Id, facts.Cell));
        if (facts.AwayUntil is { } back)
            looks.Enqueue(facts.Id, back);
        else if (hours.Off(now.At, seller.Zone, seller.Leaves) is { } off)
            looks.Enqueue(facts.Id, off > now.Moment.At ? off : now.Moment.At + Again);
    }

    private void Lose(AssignmentEngine table, Guid person)
    {
        table.Leave(person);
        if (cellOf.Remove(person, out var cell))
            shares[cell]--;
    }

    private Stride StrideOf(AssignmentEngine table, Guid person, string cell)
    {
        var seat = seats[person];
        return seat.Cell == cell ? seat.Stride : seat.Stride.NotBefore(table.CellTime(cell));
    }
}
