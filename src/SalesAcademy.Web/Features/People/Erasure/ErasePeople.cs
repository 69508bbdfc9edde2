using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.People.Erasure;

/// <summary>
/// Erases people: those whose day has come, and after a restored backup those who had been erased since it was made. Every room takes away what it
/// keeps, in one transaction a person; looking twice, or at two nodes, does it once.
/// </summary>
internal sealed class ErasePeople(
    IDbContextFactory<AcademyDb> contexts, ILedger ledger, IEnumerable<PersonErasure> erasures, ErasureList list, Staff staff, CloseWays ways, Clock clock)
{
    /// <summary>How many were erased.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var erased = 0;
        foreach (var person in await Due(cancellation))
            if (await Erase(person, cancellation))
                erased++;
        await Remember(cancellation);
        return erased;
    }

    private async Task<IReadOnlyList<Guid>> Due(CancellationToken cancellation)
    {
        var (today, listed) = (clock.Today, list.People());
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var due = await db.Set<ErasureRow>().Where(e => e.CalledOffAt == null && e.DoneAt == null && e.DueOn <= today).Select(e => e.Person).ToListAsync(cancellation);
        var back = listed.Count == 0 ? [] : await db.Set<PersonRow>().Where(p => p.ErasedAt == null && listed.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellation);
        return [.. due.Concat(back).Distinct().Order()];
    }

    private async Task<bool> Erase(Guid id, CancellationToken cancellation)
    {
        var listed = list.People().Contains(id);
        var done = await ledger.Run<Done>(clock.Act(), async entry =>
        {
            await entry.Hold(NameOf(id));
            if (await entry.Db.FindAsync<PersonRow>(id) is not { ErasedAt: null } person)
                return Refusal.NotFound;
            var waiting = await entry.Db.Set<ErasureRow>().Where(e => e.Person == id && e.CalledOffAt == null && e.DoneAt == null).ToListAsync();
            // Called off, or reinstated, while this waited for its turn.
            if (!listed && !waiting.Exists(e => e.DueOn <= entry.Act.Today))
                return Refusal.NotFound;
            foreach (var row in waiting)
                row.DoneAt = entry.Act.At;
            person.SuspendedAt ??= entry.Act.At;
            person.ErasedAt = entry.Act.At;
            var erased = new Erased(entry, id, Erasing.Pseudonym(id)) { Names = NamesInText.Certain(person.Name, person.LatinName, person.Email) };
            foreach (var room in erasures)
                await room.Run(erased);
            await Teams.GiveUpAll(entry, id);
            entry.Record(new PersonErased(id));
            return Done.Value;
        }, cancellation);
        staff.Forget(id);
        return done is Accepted<Done>;
    }

    // After the commit, and again at the next look where a kill came between: the way in, and the list outside.
    private async Task Remember(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var erased = await db.Set<PersonRow>().Where(p => p.ErasedAt != null).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellation);
        await ways.Of(erased, cancellation);
        list.Add(clock.Now, erased);
    }

    /// <summary>Lets commands about one person's erasure take turns.</summary>
    public static string NameOf(Guid person) => $"erasure:{person}";
}
