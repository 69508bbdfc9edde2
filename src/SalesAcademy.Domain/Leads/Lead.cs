using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Domain.Leads;

/// <summary>A possible customer, as far as giving it to somebody is concerned.</summary>
public sealed record Lead
{
    /// <summary>Which lead.</summary>
    public required Guid Id { get; init; }

    /// <summary>The tier a seller needs, C to Enterprise.</summary>
    public required Tier Tier { get; init; }

    /// <summary>Where it came from; empty when unknown.</summary>
    public string Source { get; init; } = "";

    /// <summary>The group of sellers among whom it is shared out: its pool.</summary>
    public string Cell { get; init; } = "";

    /// <summary>z, when it counts for more or less than its tier's usual size; at least 1.</summary>
    public int? Size { get; init; }

    /// <summary>Since when it waits for an owner; the service level is measured from here.</summary>
    public required DateTimeOffset Waiting { get; init; }

    /// <summary>What the lead is like: language, region, product, industry.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>Whether another lead is the same customer.</summary>
    public bool Duplicate { get; init; }

    /// <summary>Whether the customer may be contacted.</summary>
    public bool ContactAllowed { get; init; } = true;

    /// <summary>Who owns the customer's other business and so keeps the account, or null.</summary>
    public Guid? AccountOwner { get; init; }

    /// <summary>Who gave it back or lost it to time, and when.</summary>
    public IReadOnlyList<PastOwner> PastOwners { get; init; } = [];

    /// <summary>Who owns it now, or null.</summary>
    public Holding? Holding { get; init; }

    /// <summary>How it ended, or null while it is alive.</summary>
    public LeadEnd? End { get; init; }
}

/// <summary>How a lead ended.</summary>
public enum LeadEnd
{
    /// <summary>The customer bought.</summary>
    Won,

    /// <summary>The customer will not buy.</summary>
    Lost,
}

/// <summary>A property of a lead or a seller, such as language zh.</summary>
/// <param name="Kind">language, region, product or industry.</param>
/// <param name="Value">Compared ordinally.</param>
public sealed record Tag(string Kind, string Value);

/// <summary>Somebody who had the lead.</summary>
/// <param name="Person">Who.</param>
/// <param name="Until">The day it went back.</param>
public sealed record PastOwner(Guid Person, DateOnly Until);
