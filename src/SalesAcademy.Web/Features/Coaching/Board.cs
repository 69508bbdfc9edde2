using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Look;

namespace SalesAcademy.Web.Features.Coaching;

internal enum BoardGroup
{
    Needs,
    Working,
    Away,
}

/// <summary>One person of the board, as of a moment.</summary>
internal sealed record BoardPerson(Guid Id, string Name, PresenceRow? Seen, int Unread, int Waiting, int Held, DateTime? OldestUnread, bool HasHold, DateTime? HeldUntil, DateTime Now)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongUnread = TimeSpan.FromHours(24);

    public bool IsHere => Seen is { Connections: > 0 } && Now - Seen.SeenAt < PresenceKeeper.Stale;

    public Presence Presence =>
        !IsHere ? Presence.Offline
        : HasHold ? Presence.InExam
        : Now - Seen!.ActiveAt >= Idle ? Presence.Idle
        : Presence.Online;

    public Place? Place => Seen is null ? null : Place.Parse(Seen.Place);

    /// <summary>Whole minutes without a move; null for somebody who is not here.</summary>
    public int? IdleMinutes => IsHere ? (int)(Now - Seen!.ActiveAt).TotalMinutes : null;

    /// <summary>Minutes at one passage, when that is long enough to ask whether it is too hard.</summary>
    public int? StuckMinutes => Presence == Presence.Online && Place is { Kind: PlaceKind.Lesson, Block: not null } && Now - Seen!.Since >= Stuck ? (int)(Now - Seen.Since).TotalMinutes : null;

    /// <summary>Days a delivered note has stayed unread.</summary>
    public int? UnreadDays => OldestUnread is { } oldest && Now - oldest >= LongUnread ? (int)(Now - oldest).TotalDays : null;

    public BoardGroup Group =>
        Presence != Presence.InExam && (StuckMinutes ?? UnreadDays) is not null ? BoardGroup.Needs
        : Presence is Presence.Online or Presence.InExam ? BoardGroup.Working
        : BoardGroup.Away;
}

/// <summary>The people of a manager's teams and where they are now, in one query.</summary>
internal sealed class Board(AcademyDb db, Clock clock)
{
    public const string Url = "/coaching/board";

    public async Task<IReadOnlyList<BoardPerson>> Read(CurrentPerson manager, CancellationToken cancellation)
    {
        var now = clock.Now;
        var holds = db.OpenHolds(now);
        var notes = db.Set<NoteRow>();
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
                now)).ToListAsync(cancellation);
        return [.. people.OrderBy(p => p.Group).ThenByDescending(p => p.StuckMinutes ?? 0).ThenBy(p => p.Presence == Presence.Offline).ThenBy(p => p.Name, StringComparer.CurrentCulture)];
    }
}

/// <summary>How many people need their manager first.</summary>
internal sealed class BoardCount(Board board) : Shared.Navigation.INavigationCount
{
    public string Url => Board.Url;

    public async Task<int> Waiting(CurrentPerson person, CancellationToken cancellation) =>
        person.ManagedTeams.Count == 0 ? 0 : (await board.Read(person, cancellation)).Count(p => p.Group == BoardGroup.Needs);
}
