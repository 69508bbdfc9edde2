using System.Runtime.InteropServices;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.People;

/// <summary>A person was entered into the academy.</summary>
/// <param name="Subject">The person.</param>
/// <param name="Team">Their team, if any.</param>
/// <param name="Profile">Their role profile, if they sell.</param>
/// <param name="HiredOn">First working day.</param>
/// <param name="Zone">The zone they work in, such as Asia/Shanghai; null in what was recorded before it was told.</param>
public sealed record PersonJoined(Guid Subject, Guid? Team, string? Profile, DateOnly HiredOn, string? Zone = null) : IEvent;

/// <summary>A person holds other roles than before.</summary>
/// <param name="Subject">The person.</param>
/// <param name="Roles">All roles now held.</param>
public sealed record RolesChanged(Guid Subject, Role Roles) : IEvent;

/// <summary>A person belongs to another team.</summary>
/// <param name="Subject">The person.</param>
/// <param name="Team">The team now, if any.</param>
public sealed record TeamChanged(Guid Subject, Guid? Team) : IEvent;

/// <summary>A person answers for a team, or no longer does.</summary>
/// <param name="Subject">The person.</param>
/// <param name="Team">The team.</param>
/// <param name="Manages">Whether they do now.</param>
public sealed record ManagementChanged(Guid Subject, Guid Team, bool Manages) : IEvent;

/// <summary>A person may no longer sign in or be given leads; their records stay.</summary>
/// <param name="Subject">The person.</param>
public sealed record PersonSuspended(Guid Subject) : IEvent;

/// <summary>A suspended person is back.</summary>
/// <param name="Subject">The person.</param>
public sealed record PersonReinstated(Guid Subject) : IEvent;

/// <summary>A person reads the academy in another language or zone.</summary>
/// <param name="Subject">The person.</param>
/// <param name="Zone">The zone they work in from now on; null in what was recorded before it was told.</param>
public sealed record PreferencesChanged(Guid Subject, string? Zone = null) : IEvent;

/// <summary>The record of a person was corrected: their name, or their first working day.</summary>
/// <param name="Subject">The person.</param>
public sealed record PersonChanged(Guid Subject) : IEvent;

/// <summary>A person is measured by another role profile.</summary>
/// <param name="Subject">The person.</param>
/// <param name="Profile">The profile now, such as sdr; null for somebody who does not sell.</param>
public sealed record ProfileChanged(Guid Subject, string? Profile) : IEvent;

/// <summary>A person brings other languages, regions, products or industries than before.</summary>
/// <param name="Subject">The person.</param>
/// <param name="Tags">All they bring from now on; null in what was recorded before it was told.</param>
public sealed record TagsChanged(Guid Subject, IReadOnlyList<HeldTag>? Tags = null) : IEvent;

/// <summary>What a person brings, such as language zh.</summary>
/// <param name="Kind">language, region, product or industry.</param>
/// <param name="Value">As leads are matched by it.</param>
public sealed record HeldTag(string Kind, string Value);

/// <summary>Days away.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DaysAway(DateOnly From, DateOnly Until);

/// <summary>A person will be away.</summary>
/// <param name="Subject">The person.</param>
/// <param name="From">First day away.</param>
/// <param name="Until">Last day away.</param>
public sealed record LeaveTaken(Guid Subject, DateOnly From, DateOnly Until) : IEvent;

/// <summary>A person will not be away after all.</summary>
/// <param name="Subject">The person.</param>
/// <param name="From">First day of the leave that was called off.</param>
/// <param name="Until">Its last day.</param>
public sealed record LeaveCalledOff(Guid Subject, DateOnly From, DateOnly Until) : IEvent;

/// <summary>A person has another password, and every other sign-in of theirs has ended.</summary>
/// <param name="Subject">The person.</param>
public sealed record PasswordChanged(Guid Subject) : IEvent;

/// <summary>A team was formed.</summary>
/// <param name="Subject">The team.</param>
public sealed record TeamFormed(Guid Subject) : IEvent;

/// <summary>A team has another name.</summary>
/// <param name="Subject">The team.</param>
public sealed record TeamRenamed(Guid Subject) : IEvent;

/// <summary>All that is kept of a person was handed out, for them.</summary>
/// <param name="Subject">The person.</param>
public sealed record PersonalRecordsHandedOut(Guid Subject) : IEvent;
