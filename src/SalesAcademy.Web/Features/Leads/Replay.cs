using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Readiness;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Something in which a decision made again is not the recorded one.</summary>
/// <param name="Number">The decision's number.</param>
/// <param name="Decision">Its id.</param>
/// <param name="What">What differs, such as winner; a key of the room's words.</param>
/// <param name="Recorded">As it is recorded.</param>
/// <param name="Again">As it comes out now.</param>
internal sealed record Difference(long Number, Guid Decision, string What, string Recorded, string Again);

/// <summary>What a replay found.</summary>
/// <param name="Decisions">How many were made again.</param>
/// <param name="Differing">How many did not come out as recorded.</param>
/// <param name="Differences">In what, of the first of them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReplayReport(int Decisions, int Differing, IReadOnlyList<Difference> Differences)
{
    public const int MostTold = 200;
}

/// <summary>
/// Makes recorded decisions again, each under its own policies and from what the ledger knew then, and says where they come out otherwise.
/// Of a record it uses what the decision was asked: the lead, the instant, the point of the ledger, since when the lead waited and whose
/// the account was. What it answered is only compared. Reads and writes nothing.
/// </summary>
internal sealed class Replay(Library library, Sellers sellers, ReadinessBook book, WorkingHours hours)
{
    private const int Batch = 500;

    /// <summary>Replays the decisions of some days, both ends included.</summary>
    public async Task<ReplayReport> Run(AcademyDb db, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var numbers = db.Set<DecisionRow>().Where(d => d.Day >= from && d.Day <= until).Select(d => (long?)d.Number);
        return await numbers.MinAsync(cancellation) is { } first && await numbers.MaxAsync(cancellation) is { } last ? await Run(db, first, last, cancellation) : new(0, 0, []);
    }

    /// <summary>Replays the decisions from one number to another.</summary>
    public async Task<ReplayReport> Run(AcademyDb db, long first, long last, CancellationToken cancellation)
    {
        Table? table = null;
        var (made, differing, told) = (0, 0, new List<Difference>());
        for (var next = first; next <= last;)
        {
            var from = next;
            var decisions = await db.Set<DecisionRow>().AsNoTracking().Where(d => d.Number >= from && d.Number <= last).OrderBy(d => d.Number).Take(Batch).ToListAsync(cancellation);
            if (decisions.Count == 0)
                break;
            next = decisions[^1].Number + 1;
            table ??= await Table.Before(db, decisions[0], cancellation);
            var turn = table.Moving ??= new MovingTurn(await PastSellers.From(db, sellers, book, AsOfOf(decisions[0]), only: null, cancellation), hours, table.Seats);
            var asked = decisions.Select(d => d.Lead).ToHashSet();
            var files = (await LeadFile.Of(db, await db.Set<LeadRow>().AsNoTracking().Where(l => asked.Contains(l.Id)).ToListAsync(cancellation), library.Now.Leads)).ToDictionary(file => file.Row.Id);
            var moves = (await db.Set<SeatMoveRow>().AsNoTracking().Where(m => m.Decision >= from && m.Decision < next).ToListAsync(cancellation)).ToLookup(m => m.Decision);
            foreach (var decision in decisions)
            {
                var found = await Again(decision, files.GetValueOrDefault(decision.Lead), moves[decision.Number].ToLookup(m => m.Won), table, turn, cancellation);
                made++;
                differing += found.Count > 0 ? 1 : 0;
                told.AddRange(found.Take(ReplayReport.MostTold - told.Count));
            }
        }

        return new(made, differing, told);
    }

    private async Task<IReadOnlyList<Difference>> Again(DecisionRow recorded, LeadFile? file, ILookup<bool, SeatMoveRow> moves, Table table, MovingTurn turn, CancellationToken cancellation)
    {
        var comparison = new Comparison(recorded);
        foreach (var seated in moves[false])
            Sit(seated);
        if (file is null || library.At(recorded.ContentHash) is not { } then)
            comparison.Missing(file is null ? "lead" : "content");
        else
        {
            comparison.Same("policy", recorded.PolicyHash, then.LeadsHash);
            comparison.Same("model", recorded.ModelHash, then.ReadinessHash);
            comparison.Same("turn", recorded.Turn, table.Turns);
            comparison.Same("cell", recorded.CellTime, table.Times.GetValueOrDefault(recorded.Cell));
            Decide(recorded, file, then, await turn.At(recorded, then, AsOfOf(recorded), cancellation), moves[true], turn, comparison);
        }

        // From what is recorded on, so that one difference is not found again in all that follow.
        foreach (var won in moves[true])
            Sit(won);
        table.Turns = recorded.Turn + (recorded.Outcome == AssignmentOutcome.Assigned ? 1 : 0);
        table.Times[recorded.Cell] = recorded is { Explored: false, Ranking: [var winner, ..] } ? Math.Max(recorded.CellTime, winner.VirtualTime) : recorded.CellTime;
        return comparison.Differences;

        void Sit(SeatMoveRow move)
        {
            table.Seats[move.Person] = Turn.SeatOf(move);
            turn.Touch(move.Person);
        }
    }

    private static void Decide(DecisionRow recorded, LeadFile file, Catalogue then, AssignmentEngine engine, IEnumerable<SeatMoveRow> won, MovingTurn turn, Comparison comparison)
    {
        var lead = file.Then(recorded, then.Leads);
        var again = engine.Decide(lead, AsOfOf(recorded).Moment);
        comparison.Same("pool", recorded.Cell, lead.Cell);
        comparison.Same("compared", recorded.Compared, turn.Count(recorded.Cell));
        comparison.Same("outcome", recorded.Outcome, again.Outcome);
        comparison.Same("winner", recorded.Winner, again.Winner?.Person);
        comparison.Same("ranking", string.Join(' ', recorded.Ranking.Select(InShort)), string.Join(' ', Assigning.PlacesOf(again).Select(InShort)));
        comparison.Same("failures", string.Join(' ', recorded.Failures), string.Join(' ', again.Failures));
        comparison.Same("size", recorded.Size, again.Size);
        comparison.Same("edition", recorded.PolicyVersion, again.PolicyVersion);
        comparison.Same("away", recorded.AwayIgnored, again.AwayIgnored);
        comparison.Same("chance", recorded.Explored, again.Explored);
        comparison.Same("late", recorded.Late, again.Alert);
        engine.Apply(again);
        comparison.Same("seat", string.Join(' ', won.Select(move => $"{move.Person} {move.VirtualTime} {move.LastTurn}")),
            again.Winner is { } winner && engine.StrideOf(winner.Person) is var stride ? $"{winner.Person} {stride.VirtualTime} {stride.LastSequence}" : "");
        // Whatever came out, what follows is as it was recorded.
        if (again.Winner is { } moved)
            turn.Touch(moved.Person);
    }

    private static string InShort(Place place) => $"{place.Person}/{place.Key}/{place.LastTurn}/{place.Tie}/{place.VirtualTime}";

    private static AsOf AsOfOf(DecisionRow decision) => new(decision.At, decision.Day, decision.Sequence);

    /// <summary>The table as it stands between two decisions.</summary>
    private sealed class Table(Dictionary<Guid, SeatRow> seats, long turns, Dictionary<string, long> times)
    {
        public Dictionary<Guid, SeatRow> Seats { get; } = seats;

        public long Turns { get; set; } = turns;

        /// <summary>V of each cell.</summary>
        public Dictionary<string, long> Times { get; } = times;

        public MovingTurn? Moving { get; set; }

        public static async Task<Table> Before(AcademyDb db, DecisionRow first, CancellationToken cancellation)
        {
            var seats = new Dictionary<Guid, SeatRow>();
            await foreach (var move in db.Set<SeatMoveRow>().AsNoTracking().Where(m => m.Decision < first.Number)
                .OrderBy(m => m.Decision).ThenBy(m => m.Won).AsAsyncEnumerable().WithCancellation(cancellation))
                seats[move.Person] = Turn.SeatOf(move);
            var times = await db.Set<DecisionRow>().AsNoTracking().Where(d => d.Number < first.Number && d.Winner != null).GroupBy(d => d.Cell)
                .Select(cell => cell.OrderByDescending(d => d.Number).First()).ToDictionaryAsync(d => d.Cell, d => d.Explored ? d.CellTime : Math.Max(d.CellTime, d.Ranking[0].VirtualTime), cancellation);
            times[first.Cell] = first.CellTime;
            return new(seats, first.Turn, times);
        }
    }

    private sealed class Comparison(DecisionRow recorded)
    {
        public List<Difference> Differences { get; } = [];

        public void Missing(string what) => Differences.Add(new(recorded.Number, recorded.Id, what, "", ""));

        public void Same<T>(string what, T was, T again)
        {
            if (!EqualityComparer<T>.Default.Equals(was, again))
                Differences.Add(new(recorded.Number, recorded.Id, what, Text(was), Text(again)));
        }

        private static string Text<T>(T value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
    }
}
