using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>The people of a manager's teams and where they are now, in one query.</summary>
internal sealed class Board(AcademyDb db, BoardMeasures measures, Clock clock)
{
    public const string Url = "/coaching/board";

    public async Task<IReadOnlyList<BoardPerson>> Read(CurrentPerson manager, CancellationToken cancellation)
    {
        var now = clock.Now;
        var holds = db.OpenHolds(now);
        var notes = db.Set<NoteRow>().Where(n => n.WithdrawnAt == null);
        var people = await (
            from person in Staff.TeamOf(db, manager)
            where person.SuspendedAt == null
            join row in db.Set<PresenceRow>() on person.Id equals row.Person into rows
            from seen in rows.DefaultIfEmpty()
            select new BoardPerson(
                person.Id, person.Name, seen,
                notes.Count(n => n.Person == person.Id && n.DeliveredAt != null && n.ReadAt == null),
                notes.Count(n => n.Person == person.Id && n.DeliveredAt == null && (!n.Held || n.ReleasedAt != null)),
                notes.Count(n => n.Person == person.Id && n.Held && n.ReleasedAt == null),
                notes.Where(n => n.Person == person.Id && n.DeliveredAt != null && n.ReadAt == null).Min(n => n.DeliveredAt),
                holds.Any(h => h.Person == person.Id),
                holds.Where(h => h.Person == person.Id).Max(h => h.Until),
                now)
            { LatinName = person.LatinName }).ToListAsync(cancellation);
        return BoardAsk.InOrder(people, "attention");
    }

    /// <summary>The same with what other rooms know of them: readiness and its trend, overdue work, the lead at hand.</summary>
    public async Task<IReadOnlyList<BoardPerson>> ReadWhole(CurrentPerson manager, CancellationToken cancellation) =>
        await measures.Add(db, manager.Id, await Read(manager, cancellation), cancellation);

    /// <summary>The same with their overdue work alone: enough to say who needs their manager.</summary>
    public async Task<IReadOnlyList<BoardPerson>> ReadNeeds(CurrentPerson manager, CancellationToken cancellation) =>
        BoardAsk.InOrder(await measures.AddOverdue(db, manager.Id, await Read(manager, cancellation), cancellation), "attention");
}

/// <summary>How many people need their manager first.</summary>
internal sealed class BoardCount(Board board) : Shared.Navigation.INavigationCount
{
    public string Url => Board.Url;

    public async Task<int> Waiting(CurrentPerson person, CancellationToken cancellation) =>
        person.ManagedTeams.Count == 0 ? 0 : (await board.ReadNeeds(person, cancellation)).Count(p => p.Group == BoardGroup.Needs);
}
