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
    /// <summary>After so long without a move somebody is away.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    /// <summary>After so long at one passage it may be too hard.</summary>
    public static readonly TimeSpan Stuck = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongUnread = TimeSpan.FromHours(24);

    public string? LatinName { get; init; }

    /// <summary>Readiness in points, 0 to 100; null for somebody who does not sell.</summary>
    public double? Readiness { get; init; }

    /// <summary>Points won or lost in fourteen days; null where nothing was to be measured then.</summary>
    public double? Trend { get; init; }

    /// <summary>Steps of a path that are overdue.</summary>
    public int Overdue { get; init; }

    /// <summary>Action items agreed with whoever looks that are overdue.</summary>
    public int OverdueItems { get; init; }

    /// <summary>The company of the lead at hand, where it is this person's own.</summary>
    public string? Company { get; init; }

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

    /// <summary>Whoever is at one passage for long, leaves notes unread or has work overdue needs the manager; in an examination nobody does.</summary>
    public BoardGroup Group =>
        Presence != Presence.InExam && ((StuckMinutes ?? UnreadDays) is not null || Overdue + OverdueItems > 0) ? BoardGroup.Needs
        : Presence is Presence.Online or Presence.InExam ? BoardGroup.Working
        : BoardGroup.Away;
}
