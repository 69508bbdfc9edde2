using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Leads;

/// <summary>
/// Shares leads out among the sellers of each cell (model.md section 6). It agrees with <see cref="Eligibility"/> on every seller, but
/// never asks them all: sellers stand in lanes ordered by key, and leave the order while a rule of their own bars them.
/// The same calls give the same decisions, so live decisions, replay and simulation share it. Instants must not fall. Not thread-safe.
/// </summary>
/// <param name="policy">Caps, demands and the seed of the ties.</param>
/// <param name="start">The instant from which sellers are seated; whoever is away then is away already.</param>
/// <param name="sequence">How many leads have been assigned before.</param>
public sealed class AssignmentEngine(LeadPolicy policy, DateTimeOffset start, long sequence = 0)
{
    private readonly Dictionary<string, Cell> cells = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Seat> seats = [];
    private readonly PriorityQueue<Seat, DateTimeOffset> sleepers = new();
    private readonly Shortlist shortlist = new();
    private readonly HashSet<Guid> returned = [];
    private DateTimeOffset now = start;

    /// <summary>How many leads have been assigned.</summary>
    public long Sequence { get; private set; } = sequence;

    /// <summary>Seats a seller who joins, returns or changes cell; the vt is lifted to the cell's V.</summary>
    public void Join(Competitor competitor) => Seat(competitor, null, true);

    /// <summary>Takes new facts about a seated seller, open leads and leads taken included; the vt stays unless the cell is another or the seller is back from being out.</summary>
    public void Update(Competitor competitor) =>
        Seat(competitor, null, Seated(competitor.Id).Lane!.Cell != CellOf(competitor.Cell));

    /// <summary>Seats a seller exactly as recorded.</summary>
    public void Restore(Competitor competitor, Stride stride) => Seat(competitor, stride, false);

    /// <summary>Sets the stride of a seated seller as recorded.</summary>
    public void Restore(Guid person, Stride stride)
    {
        var seat = Seated(person);
        seat.Lane!.StepOut(seat); // Seated says so
        seat.Stride = stride;
        Settle(seat);
    }

    /// <summary>Sets a cell's V as recorded.</summary>
    public void RestoreCell(string cell, long virtualTime) => CellOf(cell).Time = virtualTime;

    /// <summary>Sets the number of leads assigned as recorded.</summary>
    public void RestoreSequence(long assigned) => Sequence = assigned;

    /// <summary>Whether a seller has a seat now.</summary>
    public bool IsSeated(Guid person) => seats.TryGetValue(person, out var seat) && seat.Lane is not null;

    /// <summary>How many sellers share a cell.</summary>
    public int Count(string cell) => CellOf(cell).Lanes.Sum(lane => lane.Count);

    /// <summary>Who has come back from being out, by the clock or by new facts, since this was asked last.</summary>
    public IReadOnlyList<Guid> TakeReturned()
    {
        Guid[] people = [.. returned];
        returned.Clear();
        return people;
    }

    /// <summary>Takes a seller out; the stride is kept for a return. Unknown sellers are passed over.</summary>
    public void Leave(Guid person)
    {
        if (seats.TryGetValue(person, out var seat))
            seat.Lane?.Leave(seat);
    }

    /// <summary>One lead of a seated seller was won, lost or went back.</summary>
    public void CloseLead(Guid person)
    {
        var seat = Seated(person);
        seat.Lane!.StepOut(seat); // Seated says so
        seat.CloseLead();
        Settle(seat);
    }

    /// <summary>The facts of a known seller as they stand after the leads assigned here.</summary>
    public Competitor CompetitorOf(Guid person)
    {
        var seat = seats[person];
        return seat.Facts with { OpenLeads = seat.OpenLeads, Taken = [.. seat.Taken] };
    }

    /// <summary>The stride of a known seller, also of one who has left.</summary>
    public Stride StrideOf(Guid person) => seats[person].Stride;

    /// <summary>V of a cell.</summary>
    public long CellTime(string cell) => CellOf(cell).Time;

    /// <summary>Lets the clock run up to an instant: whoever is back by then returns, and takings older than a week are forgotten.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the last one.</exception>
    public void Advance(DateTimeOffset to)
    {
        if (to < now)
            throw new ArgumentOutOfRangeException(nameof(to), to, "Instants must not fall.");
        now = to;
        while (sleepers.TryPeek(out var seat, out var at) && at <= now)
        {
            sleepers.Dequeue();
            if (seat.Lane is not { } lane || seat.Wake != at)
                continue;
            lane.StepOut(seat);
            Settle(seat);
        }
    }

    /// <summary>
    /// What becomes of a lead now; nothing is given out until <see cref="Apply"/>. The least key among those who pass wins. If nobody
    /// passes because everybody else fit is away, the policy says what happens; else the lead is held until its service level is over,
    /// then goes to the public pool with an alert. A small share of leads is given by lot where the policy says so. A lead that is not assignable stays where it is.
    /// </summary>
    public AssignmentDecision Decide(Lead lead, Moment moment)
    {
        Advance(moment.At);
        var cell = CellOf(lead.Cell);
        var census = Census.Of(policy, lead, cell, seats, moment.Today);
        var drawn = Exploration.Falls(policy, lead) && Eligibility.IsAssignable(lead) ? Exploration.Order(policy, lead, cell, Fits) : [];
        var ranking = drawn.Count > 0 ? drawn : shortlist.Least(census.Open, lane => lane.Ready, Fits);
        var awayIgnored = false;
        var overflow = false;
        if (ranking.Count == 0 && policy.EverybodyAway != EverybodyAway.Hold)
        {
            var away = shortlist.Least(census.Open, lane => lane.Away, Fits);
            awayIgnored = away.Count > 0 && policy.EverybodyAway == EverybodyAway.Ignore;
            overflow = away.Count > 0 && policy.EverybodyAway == EverybodyAway.Overflow;
            ranking = awayIgnored ? away : ranking;
        }
        var assignable = Eligibility.IsAssignable(lead);
        var late = assignable && ranking.Count == 0
            && moment.At - lead.Waiting >= TimeSpan.FromHours(policy.ServiceLevelHours[(int)lead.Tier]);
        return new AssignmentDecision
        {
            Lead = lead.Id,
            At = moment.At,
            Sequence = Sequence,
            PolicyVersion = policy.Version,
            Outcome = ranking.Count > 0 ? AssignmentOutcome.Assigned : late || overflow ? AssignmentOutcome.Pool : AssignmentOutcome.Held,
            Size = lead.Size ?? policy.Size[(int)lead.Tier],
            Ranking = ranking,
            Failures = census.Failures,
            AwayIgnored = awayIgnored,
            Explored = drawn.Count > 0,
            Alert = late,
        };

        bool Fits(Seat seat) => Eligibility.IsFree(policy, lead, seat.Facts.Id, moment.Today);
    }

    /// <summary>Gives the lead to the winner. A decision made before another was applied is refused as a bug.</summary>
    public void Apply(AssignmentDecision decision)
    {
        if (decision.Sequence != Sequence)
            throw new InvalidOperationException($"Decided at sequence {decision.Sequence}, applied at {Sequence}.");
        if (decision.Winner is not { } winner)
            return;
        var seat = Seated(winner.Person);
        var lane = seat.Lane!; // Seated says so
        lane.StepOut(seat);
        // V is where the turn stands; chance may take somebody who is far ahead of it.
        if (!decision.Explored)
            lane.Cell.Time = Math.Max(lane.Cell.Time, seat.Stride.VirtualTime);
        seat.Win(decision.Size, ++Sequence, decision.At);
        Settle(seat);
    }

    private Seat Seated(Guid person) => seats.TryGetValue(person, out var seat) && seat.Lane is not null
        ? seat
        : throw new InvalidOperationException($"{person} is not seated.");

    private Cell CellOf(string name) => cells.TryGetValue(name, out var cell) ? cell : cells[name] = new Cell();

    private void Seat(Competitor competitor, Stride? recorded, bool lift)
    {
        if (competitor.Weight < 1)
            throw new ArgumentOutOfRangeException(nameof(competitor), competitor.Weight, "A weight is at least 1.");
        if (!seats.TryGetValue(competitor.Id, out var seat))
            seats[competitor.Id] = seat = new Seat(competitor, Stride.Tie(policy.Seed, competitor.TieId));
        var lane = seat.Lane is { } present && Lane.Keeps(seat, competitor) ? present : null;
        if (lane is null)
            seat.Lane?.Leave(seat);
        else
            lane.StepOut(seat);
        seat.Learn(competitor);
        seat.Stride = recorded ?? (lift ? seat.Stride.NotBefore(CellOf(competitor.Cell).Time) : seat.Stride);
        Settle(seat);
    }

    // Whoever comes back from being out returns in the sense of the model, by the clock as well as by a call.
    private void Settle(Seat seat)
    {
        var wasOut = seat.Out;
        seat.Settle(policy, now);
        var cell = seat.Lane?.Cell ?? CellOf(seat.Facts.Cell);
        if (wasOut && !seat.Out)
        {
            returned.Add(seat.Facts.Id);
            seat.Stride = seat.Stride.NotBefore(cell.Time);
            seat.Settle(policy, now);
        }
        if (seat.Lane is { } lane)
            lane.LineUp(seat);
        else
            cell.LaneFor(seat.Facts, policy).Enter(seat);
        if (seat.Wake is { } wake)
            sleepers.Enqueue(seat, wake);
    }
}
