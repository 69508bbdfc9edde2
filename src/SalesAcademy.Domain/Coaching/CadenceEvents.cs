using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Coaching;

/// <summary>A coach set how often they meet somebody, or everybody of a team.</summary>
/// <param name="Subject">The coach.</param>
/// <param name="Cadence">The cadence.</param>
/// <param name="With">The seller or the team.</param>
/// <param name="IsTeam">Whether it is a team.</param>
/// <param name="First">The first day.</param>
/// <param name="Weeks">How many weeks lie between two.</param>
/// <param name="At">When, on the coach's clock.</param>
/// <param name="Minutes">How long.</param>
public sealed record CadenceSet(Guid Subject, Guid Cadence, Guid With, bool IsTeam, DateOnly First, int Weeks, TimeOnly At, int Minutes) : IEvent;

/// <summary>A coach changed a cadence; what was planned by it and lies ahead moves along, except what was moved by hand.</summary>
/// <param name="Subject">The coach.</param>
/// <param name="Cadence">The cadence.</param>
/// <param name="First">The first day from now on.</param>
/// <param name="Weeks">How many weeks lie between two.</param>
/// <param name="At">When, on the coach's clock.</param>
/// <param name="Minutes">How long.</param>
public sealed record CadenceChanged(Guid Subject, Guid Cadence, DateOnly First, int Weeks, TimeOnly At, int Minutes) : IEvent;

/// <summary>A coach ended a cadence; what was planned by it and lies ahead is called off.</summary>
/// <param name="Subject">The coach.</param>
/// <param name="Cadence">The cadence.</param>
public sealed record CadenceEnded(Guid Subject, Guid Cadence) : IEvent;

/// <summary>An occurrence was left out, since one of the two is away until the next.</summary>
/// <param name="Subject">The seller.</param>
/// <param name="Cadence">The cadence.</param>
/// <param name="Due">The day it was due.</param>
public sealed record OccurrenceSkipped(Guid Subject, Guid Cadence, DateOnly Due) : IEvent;
