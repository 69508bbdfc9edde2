using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Coaching;

/// <summary>A person took an address under which calendars read their sessions; one they had before is worth nothing any more.</summary>
/// <param name="Subject">Who.</param>
public sealed record CalendarAddressTaken(Guid Subject) : IEvent;

/// <summary>A person gave up the address under which calendars read their sessions.</summary>
/// <param name="Subject">Who.</param>
public sealed record CalendarAddressGivenUp(Guid Subject) : IEvent;
