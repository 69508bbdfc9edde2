using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Gives a lead without an owner to the seller whose turn it is, or says why nobody gets it, and keeps the record of the decision.</summary>
internal sealed class Assigning(Library library, LiveTable table)
{
    // On PostgreSQL a seller's facts may change between the decision and the hold on their counters; so many do not in a row.
    private const int MostTries = 8;

    /// <summary>Decides about a lead whose name the entry already holds. A lead that was held and stays so leaves no record.</summary>
    public async Task<AssignmentOutcome> Run(Entry entry, LeadFile file, bool first)
    {
        await entry.Hold("leads-turn");
        // Once: an activation may fall into a command, which is decided whole by the policies it began under.
        var catalogue = library.Now;
        var hash = catalogue.LeadsHash;
        file = file.Under(catalogue.Leads);
        var ruling = await Decide(entry, file, catalogue);
        var decision = ruling.Decision;
        if (!first && decision.Outcome == AssignmentOutcome.Held)
            return decision.Outcome;
        var row = await Record(entry, file, ruling, catalogue);
        (file.Row.Decision, file.Row.ChangedAt) = (row.Id, entry.Act.At);
        switch (decision.Outcome)
        {
            case AssignmentOutcome.Assigned:
                await OwnershipBook.Give(entry, file, Given(file, ruling, catalogue), Taking.Assigned, catalogue);
                await entry.Notify(row.Winner!.Value, "lead-assigned", $"/leads/decisions/{row.Id}", file.Row.Company, LeadNotices.Day(file.Row.LastDay!.Value));
                break;
            case AssignmentOutcome.Pool:
                file.Row.State = LeadState.Pool;
                entry.Record(new LeadPooled(file.Row.Id, decision.Alert, entry.Act.Today, hash));
                await LeadNotices.Unowned(entry, file.Row, row);
                break;
            default:
                entry.Record(new LeadHeld(file.Row.Id, entry.Act.Today, hash));
                break;
        }

        return decision.Outcome;
    }

    /// <summary>What would be decided in this command; nothing is written.</summary>
    public async Task<AssignmentDecision> Ask(Entry entry, LeadFile file)
    {
        await entry.Hold("leads-turn");
        return (await table.Decide(entry, library.Now, file.Under(library.Now.Leads).Now)).Decision;
    }

    private async Task<Ruling> Decide(Entry entry, LeadFile file, Catalogue catalogue)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var ruling = await table.Decide(entry, catalogue, file.Now);
            if (ruling.Winner is not { Id: var winner })
                return ruling;
            await entry.Hold($"rep:{winner}");
            if (await LiveTable.Newest(entry.Reads) == ruling.AsOf.Sequence)
                return ruling;
            // Decided anew, so that the record is of one point of the ledger and a replay finds it again.
        }

        throw new InvalidOperationException($"No assignment stood in {MostTries} tries.");
    }

    private static LeadChange Given(LeadFile file, Ruling ruling, Catalogue catalogue) =>
        AssignLead.Decide(catalogue.Leads, catalogue.LeadsHash, new Situation(file.Now, ruling.Winner!, ruling.AsOf.Moment), ruling.Decision.AwayIgnored, ruling.Decision.Explored) switch
        {
            Accepted<LeadChange> accepted => accepted.Value,
            Refused<LeadChange> refused => throw new InvalidOperationException($"The engine gives a lead to somebody whom the rules refuse: {refused.Reason.Key}."),
            _ => throw new InvalidOperationException(),
        };

    private static async Task<DecisionRow> Record(Entry entry, LeadFile file, Ruling ruling, Catalogue catalogue)
    {
        var (decision, asOf) = (ruling.Decision, ruling.AsOf);
        var cells = (await entry.Reads.Rows(TurnStatements.Cells, TurnStatements.CellOf)).ToDictionary(cell => cell.Cell, StringComparer.Ordinal);
        var head = CellIn(cells, CellRow.First);
        var row = new DecisionRow
        {
            Id = entry.NewId(),
            Number = ++head.Decisions,
            Lead = file.Row.Id,
            Cell = file.Now.Cell,
            At = asOf.At,
            Day = asOf.Today,
            Sequence = asOf.Sequence,
            Turn = decision.Sequence,
            CellTime = ruling.CellTime,
            PolicyHash = catalogue.LeadsHash,
            PolicyVersion = decision.PolicyVersion,
            ModelHash = catalogue.ReadinessHash,
            ContentHash = catalogue.Hash,
            Outcome = decision.Outcome,
            Size = decision.Size,
            Winner = decision.Winner?.Person,
            Ranking = PlacesOf(decision),
            Failures = [.. decision.Failures],
            AwayIgnored = decision.AwayIgnored,
            Explored = decision.Explored,
            Late = decision.Alert,
            WaitingSince = file.Row.WaitingSince,
            AccountOwner = file.AccountOwner,
            Compared = ruling.Compared,
        };
        TurnStatements.Keep(entry, row);
        Seat(entry, ruling, row, CellIn(cells, row.Cell), head);
        return row;
    }

    // Who sat down before the decision, and then who won it.
    private static void Seat(Entry entry, Ruling ruling, DecisionRow row, CellRow cell, CellRow head)
    {
        var seats = ruling.Seats.ToDictionary(seat => seat.Person, seat => SeatOf(seat.Person, seat.Cell, seat.Stride, seat.Absent));
        var moves = ruling.Seats.Where(seat => seat.Sits).Select(seat => Move(seat.Person, seat.Cell, seat.Stride, won: false)).ToList();
        if (ruling.Winner is { } winner && ruling.Decision.Winner is { } first)
        {
            var stride = new Stride(first.VirtualTime, first.LastSequence).AfterWin(row.Size, winner.Weight, row.Turn + 1);
            (cell.Time, head.Turns) = (row.Explored ? cell.Time : Math.Max(cell.Time, first.VirtualTime), row.Turn + 1);
            seats[winner.Id] = SeatOf(winner.Id, row.Cell, stride, absent: ruling.AsOf.Moment.At < winner.AwayUntil);
            moves.Add(Move(winner.Id, row.Cell, stride, won: true));
        }

        TurnStatements.Keep(entry, seats.Values);
        TurnStatements.Keep(entry, moves);
        TurnStatements.Keep(entry, head);
        if (cell != head && ruling.Winner is not null)
            TurnStatements.Keep(entry, cell);

        SeatRow SeatOf(Guid person, string cell, Stride stride, bool absent) =>
            new() { Person = person, Cell = cell, VirtualTime = stride.VirtualTime, LastTurn = stride.LastSequence, Absent = absent, Decision = row.Number };

        SeatMoveRow Move(Guid person, string cell, Stride stride, bool won) =>
            new() { Cell = cell, Decision = row.Number, Person = person, Won = won, VirtualTime = stride.VirtualTime, LastTurn = stride.LastSequence };
    }

    private static CellRow CellIn(Dictionary<string, CellRow> cells, string cell) => cells.TryGetValue(cell, out var kept) ? kept : cells[cell] = new CellRow { Cell = cell };

    public static IReadOnlyList<Place> PlacesOf(AssignmentDecision decision) => [.. decision.Ranking.Select(c => new Place(c.Person, c.Key, c.LastSequence, c.TieText, c.VirtualTime))];
}
