using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Paths;

/// <summary>A person was put on a learning path.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Path">The path.</param>
/// <param name="StartsOn">The day its due days count from.</param>
/// <param name="ContentHash">The catalogue of the path.</param>
public sealed record Enrolled(Guid Subject, string Path, DateOnly StartsOn, string ContentHash) : IEvent, IUnderContent;

/// <summary>A person was taken off a learning path on which they had done nothing yet.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Path">The path.</param>
public sealed record EnrolmentWithdrawn(Guid Subject, string Path) : IEvent;
