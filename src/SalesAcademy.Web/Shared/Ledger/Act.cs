using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>Who does something, on whose behalf, when, and why.</summary>
public sealed record Act
{
    /// <summary>The person in whose name it is done; null for the academy itself.</summary>
    public required Guid? Actor { get; init; }

    /// <summary>The person who really did it, where an administrator acts as somebody else.</summary>
    public Guid? RealActor { get; init; }

    /// <summary>The instant, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The organisation's local date at that instant: the day every rule counts in.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The zone Today was read in.</summary>
    public required string Zone { get; init; }

    /// <summary>Why, in the person's own words; kept in an erasable row, never in an event.</summary>
    public string? Reason { get; init; }

    /// <summary>The client's key for this command: sent twice, it is decided once.</summary>
    public IdempotencyKey? Key { get; init; }
}

/// <summary>A client's key with a fingerprint of what it was sent with.</summary>
/// <param name="Value">Up to 64 characters, unique per person.</param>
/// <param name="Fingerprint">SHA-256 over route and body: the same key with another body is refused.</param>
public sealed record IdempotencyKey(string Value, string Fingerprint)
{
    internal static Refusal Reused { get; } = new("key-reused");
}
