using System.Runtime.InteropServices;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// The table at which leads are shared out, as of a point of the ledger and a day, and what of it is not yet written: who has sat down,
/// come back or gone away since the last decision.
/// </summary>
internal sealed class Table
{
    // In the hour that clocks go through twice, the end of a day may lie before now.
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private readonly Dictionary<Guid, SeatRow> kept;
    private readonly Dictionary<Guid, SellerAtWork> sellers = [];
    private readonly PriorityQueue<Guid, DateTimeOffset> leaving = new();
    private readonly HashSet<Guid> touched = [];
    private readonly WorkingHours hours;
    private readonly AssignmentEngine engine;
    private DateTimeOffset now;

    public Table(Catalogue catalogue, Turn turn, IEnumerable<SeatRow> seats, IEnumerable<SellerAtWork> sellers, AsOf asOf, WorkingHours hours)
    {
        (Catalogue, Day, this.hours, engine, now) = (catalogue, asOf.Today, hours, turn.Engine, asOf.Moment.At);
        kept = seats.ToDictionary(seat => seat.Person);
        Decisions = kept.Values.Select(seat => seat.Decision).DefaultIfEmpty().Max();
        foreach (var seller in sellers)
            Know(seller);
        touched.UnionWith(kept.Keys);
        engine.TakeReturned();
    }

    public Catalogue Catalogue { get; }

    public DateOnly Day { get; }

    /// <summary>The instant it stands at; it does not go back.</summary>
    public DateTimeOffset Now => now;

    /// <summary>The newest event it has heard of, with its place in the chain: another event at that place, and it was never so.</summary>
    public (long Sequence, string Hash) Heard { get; set; }

    /// <summary>The newest decision whose seats it has taken over.</summary>
    public long Decisions { get; private set; }

    /// <summary>Takes new facts of a seller; of one not seated yet, a seat.</summary>
    public void Learn(SellerAtWork seller)
    {
        var facts = seller.Facts;
        if (sellers.GetValueOrDefault(facts.Id) is { } known && known.Facts.Cell == facts.Cell)
            engine.Update(facts);
        else
            Turn.Seat(engine, Catalogue.Leads, facts, kept.GetValueOrDefault(facts.Id), now);
        Know(seller);
        Return();
    }

    /// <summary>Somebody does not sell here any more, or never did.</summary>
    public void Lose(Guid person)
    {
        engine.Leave(person);
        if (sellers.Remove(person))
            touched.Add(person);
    }

    /// <summary>Takes over what decisions have written.</summary>
    public void TakeOver(IEnumerable<SeatRow> seats, IReadOnlyList<CellRow> cells)
    {
        foreach (var cell in cells)
            engine.RestoreCell(cell.Cell, cell.Time);
        engine.RestoreSequence(cells.Sum(cell => cell.Turns));
        foreach (var seat in seats)
        {
            kept[seat.Person] = seat;
            touched.Add(seat.Person);
            Decisions = Math.Max(Decisions, seat.Decision);
            if (engine.IsSeated(seat.Person))
                engine.Restore(seat.Person, seat.Stride);
        }
    }

    /// <summary>Lets the clock run: whoever goes away is away, and whoever is back returns.</summary>
    public void Advance(DateTimeOffset to)
    {
        now = to > now ? to : now;
        engine.Advance(now);
        Return();
        while (leaving.TryPeek(out var person, out var at) && at <= now)
        {
            leaving.Dequeue();
            if (sellers.TryGetValue(person, out var seller) && !(now < seller.Facts.AwayUntil))
                LookAgain(person, seller);
        }
    }

    /// <summary>What becomes of a lead, and which seats are to be written with it. Nothing at the table moves before that is written.</summary>
    public Ruling Decide(Lead lead, AsOf asOf)
    {
        var decision = engine.Decide(lead, asOf.Moment);
        touched.RemoveWhere(person => Change(person) is null);
        return new Ruling(decision, asOf, engine.CellTime(lead.Cell), engine.Count(lead.Cell), [.. touched.Order().Select(person => Change(person)!.Value)],
            decision.Winner is { } winner ? engine.CompetitorOf(winner.Person) : null);
    }

    // Who was there at the last decision has missed no turn, however often they were away since.
    private void Return()
    {
        foreach (var person in engine.TakeReturned())
        {
            touched.Add(person);
            if (!engine.IsSeated(person) || !sellers.TryGetValue(person, out var seller))
                continue;
            if (kept.GetValueOrDefault(person) is { Absent: false } seat && seat.Cell == seller.Facts.Cell)
                engine.Restore(person, seat.Stride);
            LookAgain(person, seller);
        }
    }

    private void LookAgain(Guid person, SellerAtWork seller)
    {
        if (hours.Back(now.UtcDateTime, seller.Zone, seller.Leaves) is { } back)
            engine.Update(engine.CompetitorOf(person) with { AwayUntil = back });
        Know(seller with { Facts = engine.CompetitorOf(person) });
    }

    private void Know(SellerAtWork seller)
    {
        sellers[seller.Facts.Id] = seller;
        touched.Add(seller.Facts.Id);
        if (!(now < seller.Facts.AwayUntil) && hours.Off(now.UtcDateTime, seller.Zone, seller.Leaves) is { } off)
            leaving.Enqueue(seller.Facts.Id, off > now ? off : now + Again);
    }

    private SeatChange? Change(Guid person)
    {
        var seat = kept.GetValueOrDefault(person);
        var seller = sellers.GetValueOrDefault(person);
        if (seller is null)
            return seat is { Absent: false } ? new SeatChange(person, seat.Cell, seat.Stride, Absent: true, Sits: false) : null;
        var (stride, absent) = (engine.StrideOf(person), seller.Facts.IsOut(Catalogue.Leads, now));
        var sits = seat is null || seat.Cell != seller.Facts.Cell || seat.Stride != stride;
        return sits || seat!.Absent != absent ? new SeatChange(person, seller.Facts.Cell, stride, absent, sits) : null;
    }
}

/// <summary>What was decided, as of when, and what of the table is to be written.</summary>
/// <param name="Decision">What becomes of the lead.</param>
/// <param name="AsOf">The instant, and the point of the ledger whose facts it rests on.</param>
/// <param name="CellTime">V of the cell before.</param>
/// <param name="Compared">How many share the cell.</param>
/// <param name="Seats">Who has sat down, come back or gone away since the last decision.</param>
/// <param name="Winner">The winner as the rules saw them, or null.</param>
internal sealed record Ruling(AssignmentDecision Decision, AsOf AsOf, long CellTime, int Compared, IReadOnlyList<SeatChange> Seats, Competitor? Winner);

/// <summary>A seat that is not as it was written last.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Cell">In which cell.</param>
/// <param name="Stride">The place in the turn.</param>
/// <param name="Absent">Whether they are away or gone.</param>
/// <param name="Sits">Whether the place is another than was written, which the log of the turn keeps.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeatChange(Guid Person, string Cell, Stride Stride, bool Absent, bool Sits);
