using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Gives a lead without an owner to the seller whose turn it is, or says why nobody gets it, and keeps the record of the decision.</summary>
internal sealed class Assigning(Library library, Sellers sellers)
{
    // A seller's facts may change on PostgreSQL between the decision and the hold on their counters; so many do not in a row.
    private const int MostTries = 8;

    /// <summary>Decides about a lead whose name the entry already holds. A lead that was held and stays so leaves no record.</summary>
    public async Task<AssignmentOutcome> Run(Entry entry, LeadFile file, bool first)
    {
        await entry.Hold("leads-turn");
        // Once: an activation may fall into a command, which is decided whole by the policies it began under.
        var catalogue = library.Now;
        var hash = catalogue.LeadsHash;
        var (turn, decision, given) = await Decide(entry, file, catalogue);
        if (!first && decision.Outcome == AssignmentOutcome.Held)
            return decision.Outcome;
        var row = Record(entry, file, turn, decision, catalogue);
        (file.Row.Decision, file.Row.ChangedAt) = (row.Id, entry.Act.At);
        switch (decision.Outcome)
        {
            case AssignmentOutcome.Assigned:
                await OwnershipBook.Give(entry, file, given!, Taking.Assigned, catalogue); // an assigned lead has its change
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

    private async Task<(Turn Turn, AssignmentDecision Decision, LeadChange? Given)> Decide(Entry entry, LeadFile file, Catalogue catalogue)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var turn = await Turn.Lay(entry.Db, catalogue, sellers, AsOf.Now(entry.Act));
            var decision = turn.Engine.Decide(file.Now, turn.AsOf.Moment);
            if (decision.Winner is not { } winner)
                return (turn, decision, null);
            await entry.Hold($"rep:{winner.Person}");
            var fresh = await sellers.One(entry.Db, winner.Person, AsOf.Now(entry.Act), catalogue)
                ?? throw new InvalidOperationException("Somebody seated does not sell.");
            if (AssignLead.Decide(catalogue.Leads, catalogue.LeadsHash, new Situation(file.Now, fresh, turn.AsOf.Moment), decision.AwayIgnored, decision.Explored) is Accepted<LeadChange> accepted)
                return (turn, decision, accepted.Value);
            // The whole table is laid anew, so that the record is of one point of the ledger and a replay finds it again.
        }

        throw new InvalidOperationException($"No assignment stood in {MostTries} tries.");
    }

    private static DecisionRow Record(Entry entry, LeadFile file, Turn turn, AssignmentDecision decision, Catalogue catalogue)
    {
        var row = new DecisionRow
        {
            Id = entry.NewId(),
            Number = turn.Cell.Decisions + 1,
            Lead = file.Row.Id,
            At = entry.Act.At,
            Day = entry.Act.Today,
            Sequence = turn.AsOf.Sequence,
            Turn = decision.Sequence,
            CellTime = turn.Cell.Time,
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
            Compared = turn.Sellers.Count,
        };
        turn.Keep(entry, decision);
        entry.Db.Add(row);
        return row;
    }

    public static IReadOnlyList<Place> PlacesOf(AssignmentDecision decision) => [.. decision.Ranking.Select(c => new Place(c.Person, c.Key, c.LastSequence, c.TieText, c.VirtualTime))];
}
