using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A lead as it comes in.</summary>
public sealed record ArrivingLead
{
    public required string Company { get; init; }

    public required string About { get; init; }

    public required string Contact { get; init; }

    public required string Email { get; init; }

    public required string Phone { get; init; }

    public required Tier Tier { get; init; }

    public required string Source { get; init; }

    public string? Account { get; init; }

    public decimal? Value { get; init; }

    public string Currency { get; init; } = "CNY";

    public bool ContactAllowed { get; init; } = true;

    public IReadOnlyList<Tag> Tags { get; init; } = [];
}
