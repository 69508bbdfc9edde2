using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A lead as it comes in.</summary>
public sealed record ArrivingLead
{
    public required string Company { get; init; }

    public required string About { get; init; }

    public required string Contact { get; init; }

    /// <summary>Empty where there is only a phone number.</summary>
    public required string Email { get; init; }

    public required string Phone { get; init; }

    /// <summary>How the same customer is known again. Whoever takes a lead in has asked for an address or a number.</summary>
    public string Customer => CustomerKey.Of(Email, Phone) ?? throw new InvalidOperationException("A lead comes in with an e-mail address or a phone number.");

    /// <summary>Everything by which they may have said, about another lead, that they do not want to be contacted.</summary>
    public IReadOnlyList<string> Keys => CustomerKey.All(Email, Phone);

    public required Tier Tier { get; init; }

    public required string Source { get; init; }

    public string? Account { get; init; }

    public decimal? Value { get; init; }

    public string Currency { get; init; } = "CNY";

    public bool ContactAllowed { get; init; } = true;

    public IReadOnlyList<Tag> Tags { get; init; } = [];
}
