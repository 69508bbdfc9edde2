using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Integrations;

/// <summary>Another system was given a token for the interface.</summary>
/// <param name="Subject">The token.</param>
/// <param name="Scopes">What it may do, such as leads:read, parted by spaces.</param>
/// <param name="ExpiresAt">The instant from which it is worth nothing.</param>
public sealed record ApiTokenIssued(Guid Subject, string Scopes, DateTime ExpiresAt) : IEvent;

/// <summary>A token is worth nothing any more.</summary>
/// <param name="Subject">The token.</param>
public sealed record ApiTokenRevoked(Guid Subject) : IEvent;
