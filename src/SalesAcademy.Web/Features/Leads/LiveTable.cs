using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// Keeps the table in memory from decision to decision, so that one costs what has happened since the last and not everybody who sells.
/// It is never ahead of what is written: it follows the trunk and the seats that decisions wrote, its own and those of other nodes, and is
/// laid anew when the trunk says otherwise than it heard (a command that was undone), when the day or the policies are others, or the clock
/// has gone back. Around midnight there are two, so that whoever is late does not clear the table of those who are not.
/// </summary>
internal sealed class LiveTable(Sellers sellers, WorkingHours hours, IPreparedReads reads) : IDisposable
{
    // To lay the table costs as much as so many people looked at again.
    private const int MostBehind = 5_000;
    private const int MostLooks = 5;

    // Up to so many subjects each is asked about by statements that stay prepared, which is an event or two; of more, all at once.
    private const int Few = 16;

    // Acts reach the ledger in another order than their clocks were read, and decisions see what was written before them: a decision is of
    // the instant of the latest event it knows, unless that lies so far ahead that a clock was wrong.
    private static readonly TimeSpan Jitter = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1);
    private Table? table;

    // Of the day that comes or, for those whose clock was read before midnight and whose turn comes after it, of the one that has passed.
    private (Table Table, DateTime Since)? beside;

    public void Dispose() => one.Dispose();

    /// <summary>Decides about a lead, as of now, inside a command that holds the turn until its commit.</summary>
    public Task<Ruling> Decide(Entry command, Catalogue catalogue, Lead lead) => AtTable(async () =>
    {
        var asOf = AsOf.Now(command.Act);
        return Decided(await Sit(new(command.Db, command.Reads), catalogue, asOf), lead, asOf);
    });

    /// <summary>What would be decided now, asked outside of any command.</summary>
    public Task<Ruling> Foresee(AcademyDb db, Catalogue catalogue, Lead lead, AsOf asOf) => AtTable(async () => Decided(await Read(new(db, reads), catalogue, asOf), lead, asOf));

    /// <summary>Catches up with the ledger, or lays the table where there is none that fits, so that no decision has to.</summary>
    public Task Follow(AcademyDb db, Catalogue catalogue, AsOf asOf) => AtTable(() =>
    {
        if (beside is { } past && past.Table.Day < asOf.Today && past.Since + Jitter < asOf.At)
            beside = null;
        return Read(new(db, reads), catalogue, asOf);
    });

    /// <summary>
    /// Lays the table of the day that comes, beside the one of today, at which leads are given meanwhile; laid already, it catches up. The first
    /// decision of that day sits down at it.
    /// </summary>
    /// <param name="db">Where to read.</param>
    /// <param name="catalogue">The policies in force.</param>
    /// <param name="ahead">Now, of the day that comes.</param>
    public async Task Prepare(AcademyDb db, Catalogue catalogue, AsOf ahead)
    {
        var laid = await AtTable(() => Task.FromResult(Fits(beside?.Table, catalogue, ahead))) ?? await Lay(db, catalogue, ahead);
        await AtTable(async () => beside = (await CatchUp(new(db, reads), laid, catalogue, ahead), ahead.At));
    }

    /// <summary>How often it was laid since the start: what follows the ledger is not laid.</summary>
    public int Laid { get; private set; }

    private async Task<T> AtTable<T>(Func<Task<T>> sit)
    {
        await one.WaitAsync();
        try
        {
            return await sit();
        }
        finally
        {
            one.Release();
        }
    }

    private static Ruling Decided(Table table, Lead lead, AsOf asOf)
    {
        table.Advance(asOf.Moment.At);
        return table.Decide(lead, asOf with { At = table.Now.UtcDateTime, Sequence = table.Heard.Sequence });
    }

    // A reader may be shown less than a command that has not committed yet has told the table.
    private async Task<Table> Read(Sight sight, Catalogue catalogue, AsOf asOf) =>
        table is { } ahead && ahead.Heard.Sequence > await Newest(sight.Reads) ? ahead : await Sit(sight, catalogue, asOf);

    private async Task<Table> Sit(Sight sight, Catalogue catalogue, AsOf asOf)
    {
        var fitting = Fits(table, catalogue, asOf) ?? Fits(beside?.Table, catalogue, asOf) ?? await Lay(sight.Db, catalogue, asOf);
        if (table is { } left && left.Day != fitting.Day)
            beside = (left, asOf.At);
        return table = await CatchUp(sight, fitting, catalogue, asOf);
    }

    private static Table? Fits(Table? table, Catalogue catalogue, AsOf asOf) =>
        table is { } laid && laid.Catalogue == catalogue && laid.Day == asOf.Today && asOf.Moment.At >= laid.Now - Jitter ? laid : null;

    // On PostgreSQL others may commit meanwhile, so it looks again until no event fell between its readings.
    private async Task<Table> CatchUp(Sight sight, Table current, Catalogue catalogue, AsOf asOf)
    {
        for (var looks = 0; looks < MostLooks; looks++)
        {
            var heard = current.Heard.Sequence;
            var events = await sight.Reads.Rows(LeadStatements.Since, LeadStatements.Event, heard, MostBehind);
            if ((heard > 0 && (events is not [var first, ..] || (first.Sequence, first.Hash) != current.Heard)) || events.Count == MostBehind)
                current = await Lay(sight.Db, catalogue, asOf);
            else if (events.Count > (heard > 0 ? 1 : 0))
                await Hear(sight, current, (events[^1].Sequence, events[^1].Hash), [.. events.Skip(heard > 0 ? 1 : 0).Select(e => e.Subject).Distinct()], NotBefore(asOf, events.Max(e => e.At)));
            else
                break;
        }

        return current;
    }

    private async Task Hear(Sight sight, Table current, (long Sequence, string Hash) heard, IReadOnlyList<Guid> subjects, AsOf asOf)
    {
        var people = await Concerned(sight, subjects);
        var known = await Known(sight, people, asOf, current.Catalogue);
        // First the seats as decisions left them, then what has happened since.
        current.TakeOver(await sight.Reads.Rows(TurnStatements.Seats, TurnStatements.SeatOf, current.Decisions), await sight.Reads.Rows(TurnStatements.Cells, TurnStatements.CellOf));
        current.Advance(asOf.Moment.At);
        foreach (var person in people)
            if (known.TryGetValue(person, out var seller))
                current.Learn(seller);
            else
                current.Lose(person);
        current.Heard = heard;
    }

    // Whom events are about: the person, whoever has owned the lead, whoever is in the team.
    private static async Task<IReadOnlyList<Guid>> Concerned(Sight sight, IReadOnlyList<Guid> subjects)
    {
        var people = new HashSet<Guid>(subjects);
        if (subjects.Count > Few)
        {
            people.UnionWith(await sight.Db.Set<OwnershipRow>().Where(o => subjects.Contains(o.Lead)).Select(o => o.Person).Distinct().ToListAsync());
            people.UnionWith(await sight.Db.Set<PersonRow>().Where(p => p.TeamId != null && subjects.Contains(p.TeamId.Value)).Select(p => p.Id).ToListAsync());
            return [.. people];
        }

        foreach (var subject in subjects)
        {
            people.UnionWith(await sight.Reads.Rows(LeadStatements.Owners, row => row.GetGuid(0), subject));
            people.UnionWith(await sight.Reads.Rows(WorkStatements.Members, row => row.GetGuid(0), subject));
        }

        return [.. people];
    }

    private async Task<Dictionary<Guid, SellerAtWork>> Known(Sight sight, IReadOnlyList<Guid> people, AsOf asOf, Catalogue catalogue)
    {
        if (people.Count > Few)
            return (await sellers.AtWork(sight.Db, people, asOf, catalogue)).ToDictionary(seller => seller.Facts.Id);
        var known = new Dictionary<Guid, SellerAtWork>();
        foreach (var person in people)
            if (await sellers.AtWork(sight.Reads, sight.Db, person, asOf, catalogue) is { } seller)
                known[person] = seller;
        return known;
    }

    // All of one state of the store: a decision that falls between two readings would be heard by the one and missed by the other.
    private async Task<Table> Lay(AcademyDb db, Catalogue catalogue, AsOf now)
    {
        Laid++;
        return db.Database.CurrentTransaction is null ? await db.ReadAsOne(Lay, CancellationToken.None) : await Lay();

        async Task<Table> Lay()
        {
            var head = await db.Set<TrunkHeadRow>().AsNoTracking().SingleAsync();
            var asOf = NotBefore(now, await db.Set<EventRow>().Where(e => e.Sequence == head.Sequence).Select(e => e.At).SingleOrDefaultAsync());
            var everybody = await sellers.AtWork(db, null, asOf, catalogue);
            var turn = await Turn.LayFor(db, catalogue.Leads, [.. everybody.Select(seller => seller.Facts)], asOf);
            return new Table(catalogue, turn, await db.Set<SeatRow>().AsNoTracking().ToListAsync(), everybody, asOf, hours) { Heard = (head.Sequence, head.Hash) };
        }
    }

    private static AsOf NotBefore(AsOf asOf, DateTime latest) => latest > asOf.At && latest - asOf.At < Jitter ? asOf with { At = latest } : asOf;

    /// <summary>The sequence of the newest event.</summary>
    public static async Task<long> Newest(IPreparedReads reads) => (await reads.Rows(LeadStatements.Head, LeadStatements.Newest))[0].Sequence;

    /// <summary>The same as a context sees it, in a reading of several.</summary>
    public static async Task<long> Newest(AcademyDb db) => (await db.Set<TrunkHeadRow>().AsNoTracking().SingleAsync()).Sequence;

    // What is asked everywhere at once goes through the context, what is asked of one through prepared statements; both see the same rows.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Sight(AcademyDb Db, IPreparedReads Reads);
}
