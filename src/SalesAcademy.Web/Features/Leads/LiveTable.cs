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
/// has gone back.
/// </summary>
internal sealed class LiveTable(Sellers sellers, WorkingHours hours) : IDisposable
{
    // To lay the table costs as much as so many people looked at again.
    private const int MostBehind = 5_000;
    private const int MostLooks = 5;

    // Acts reach the ledger in another order than their clocks were read, and decisions see what was written before them: a decision is of
    // the instant of the latest event it knows, unless that lies so far ahead that a clock was wrong.
    private static readonly TimeSpan Jitter = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1);
    private Table? table;

    public void Dispose() => one.Dispose();

    /// <summary>Decides about a lead, as of now, inside a command that holds the turn until its commit.</summary>
    public Task<Ruling> Decide(AcademyDb command, Catalogue catalogue, Lead lead, AsOf asOf) => AtTable(async () => Decided(await Follow(command, catalogue, asOf), lead, asOf));

    /// <summary>What would be decided now, asked outside of any command.</summary>
    public Task<Ruling> Foresee(AcademyDb db, Catalogue catalogue, Lead lead, AsOf asOf) => AtTable(async () => Decided(await Read(db, catalogue, asOf), lead, asOf));

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
    private async Task<Table> Read(AcademyDb db, Catalogue catalogue, AsOf asOf) =>
        table is { } ahead && ahead.Heard.Sequence > await Newest(db) ? ahead : await Follow(db, catalogue, asOf);

    // On PostgreSQL others may commit meanwhile, so it looks again until no event fell between its readings.
    private async Task<Table> Follow(AcademyDb db, Catalogue catalogue, AsOf asOf)
    {
        var current = table is { } laid && laid.Catalogue == catalogue && laid.Day == asOf.Today && asOf.Moment.At >= laid.Now - Jitter ? laid : await Lay(db, catalogue, asOf);
        for (var looks = 0; looks < MostLooks; looks++)
        {
            var heard = current.Heard.Sequence;
            var events = await db.Set<EventRow>().AsNoTracking().Where(e => e.Sequence >= heard).OrderBy(e => e.Sequence).Take(MostBehind)
                .Select(e => new { e.Sequence, e.Hash, e.Subject, e.At }).ToListAsync();
            if ((heard > 0 && (events is not [var first, ..] || (first.Sequence, first.Hash) != current.Heard)) || events.Count == MostBehind)
                current = await Lay(db, catalogue, asOf);
            else if (events.Count > (heard > 0 ? 1 : 0))
                await Hear(db, current, (events[^1].Sequence, events[^1].Hash), [.. events.Skip(heard > 0 ? 1 : 0).Select(e => e.Subject).Distinct()], NotBefore(asOf, events.Max(e => e.At)));
            else
                break;
        }

        return table = current;
    }

    private async Task Hear(AcademyDb db, Table current, (long Sequence, string Hash) heard, IReadOnlyList<Guid> subjects, AsOf asOf)
    {
        var owners = await db.Set<OwnershipRow>().AsNoTracking().Where(o => subjects.Contains(o.Lead)).Select(o => o.Person).Distinct().ToListAsync();
        var members = await db.Set<PersonRow>().AsNoTracking().Where(p => p.TeamId != null && subjects.Contains(p.TeamId.Value)).Select(p => p.Id).ToListAsync();
        Guid[] people = [.. subjects.Union(owners).Union(members)];
        var known = (await sellers.AtWork(db, people, asOf, current.Catalogue)).ToDictionary(seller => seller.Facts.Id);
        // First the seats as decisions left them, then what has happened since.
        var decisions = current.Decisions;
        current.TakeOver(await db.Set<SeatRow>().AsNoTracking().Where(seat => seat.Decision > decisions).ToListAsync(), await db.Set<CellRow>().AsNoTracking().ToListAsync());
        current.Advance(asOf.Moment.At);
        foreach (var person in people)
            if (known.TryGetValue(person, out var seller))
                current.Learn(seller);
            else
                current.Lose(person);
        current.Heard = heard;
    }

    private async Task<Table> Lay(AcademyDb db, Catalogue catalogue, AsOf now)
    {
        var heard = await Head(db);
        var asOf = NotBefore(now, await db.Set<EventRow>().Where(e => e.Sequence == heard.Sequence).Select(e => e.At).SingleOrDefaultAsync());
        var everybody = await sellers.AtWork(db, null, asOf, catalogue);
        var turn = await Turn.LayFor(db, catalogue.Leads, [.. everybody.Select(seller => seller.Facts)], asOf);
        return new Table(catalogue, turn, await db.Set<SeatRow>().AsNoTracking().ToListAsync(), everybody, asOf, hours) { Heard = heard };
    }

    private static AsOf NotBefore(AsOf asOf, DateTime latest) => latest > asOf.At && latest - asOf.At < Jitter ? asOf with { At = latest } : asOf;

    private static async Task<(long Sequence, string Hash)> Head(AcademyDb db)
    {
        var head = await db.Set<TrunkHeadRow>().AsNoTracking().SingleAsync();
        return (head.Sequence, head.Hash);
    }

    /// <summary>The sequence of the newest event.</summary>
    public static async Task<long> Newest(AcademyDb db) => (await Head(db)).Sequence;
}
