using System.ComponentModel.DataAnnotations;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>A lead as another system sends it.</summary>
internal sealed record ArrivalBody : IValidatableObject
{
    /// <summary>Your own number of the lead. Sent again under the same number it is the same lead, and nothing of it is changed.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? ExternalId { get; init; }

    /// <summary>The company.</summary>
    [Required, StringLength(200), Legible]
    public string? Company { get; init; }

    /// <summary>What the company is, in a few words.</summary>
    [StringLength(200), Legible]
    public string? About { get; init; }

    /// <summary>Whom to call.</summary>
    [Required, StringLength(100), Legible]
    public string? Contact { get; init; }

    /// <summary>Where to write. Leads with the same address are the same customer. Needed unless a phone number is given.</summary>
    [EmailAddress, StringLength(256)]
    public string? Email { get; init; }

    /// <summary>Without an e-mail address, leads with the same number are the same customer; it then has at least five digits.</summary>
    [StringLength(50)]
    public string? Phone { get; init; }

    /// <summary>The tier a seller needs.</summary>
    [Required, Range((int)Domain.Readiness.Tier.C, (int)Domain.Readiness.Tier.Enterprise)]
    public Tier? Tier { get; init; }

    /// <summary>Where the lead comes from, such as a fair.</summary>
    [StringLength(100), Legible]
    public string? Source { get; init; }

    /// <summary>The customer account: its leads stay with one owner.</summary>
    [StringLength(100), Legible]
    public string? Account { get; init; }

    /// <summary>What it may be worth; at most two decimals.</summary>
    [Range(0, 999_999_999_999.99)]
    public decimal? Value { get; init; }

    /// <summary>Currency of the value; CNY unless given.</summary>
    [AllowedValues("CNY", "USD", "EUR", "GBP")]
    public string? Currency { get; init; }

    /// <summary>Whether the customer may be contacted; true unless given. A lead that may not is kept locked.</summary>
    public bool? ContactAllowed { get; init; }

    /// <summary>What the lead is like.</summary>
    [MaxLength(20)]
    public IReadOnlyList<TagBody>? Tags { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        CustomerKey.Of(Email ?? "", Phone ?? "") is null ? [new("An e-mail address, or a phone number of at least five digits, is needed.", [nameof(Email)])] : [];

    public ArrivingLead ToLead() => new()
    {
        Company = Company!.Trim(), // required above, as are contact and tier
        About = About?.Trim() ?? "",
        Contact = Contact!.Trim(),
        Email = Email ?? "",
        Phone = Phone?.Trim() ?? "",
        Tier = Tier!.Value,
        Source = Source?.Trim() ?? "",
        Account = string.IsNullOrWhiteSpace(Account) ? null : Account.Trim(),
        Value = Value,
        Currency = Currency ?? "CNY",
        ContactAllowed = ContactAllowed ?? true,
        Tags = [.. (Tags ?? []).Select(tag => new Tag(tag.Kind!, tag.Value!))], // required of each
    };
}

/// <summary>A property of a lead.</summary>
internal sealed record TagBody
{
    [Required, AllowedValues("language", "region", "product", "industry")]
    public string? Kind { get; init; }

    /// <summary>Lower-case letters, figures and hyphens, such as east-china.</summary>
    [Required, StringLength(50), RegularExpression("[a-z0-9][a-z0-9-]*")]
    public string? Value { get; init; }
}

/// <summary>Up to 500 leads, each taken or refused by itself.</summary>
internal sealed record BatchBody
{
    public const int Most = 500;

    [Required, MinLength(1), MaxLength(Most)]
    public IReadOnlyList<ArrivalBody>? Leads { get; init; }
}

/// <summary>How a lead ended.</summary>
internal sealed record OutcomeBody
{
    [Required]
    public LeadOutcome? Outcome { get; init; }

    /// <summary>Why; needed for lost and returned. Kept apart from the trail, so that it can be erased.</summary>
    [StringLength(1000)]
    public string? Reason { get; init; }
}

/// <summary>Who is to get a lead.</summary>
internal sealed record AssignmentBody
{
    /// <summary>A named seller; without one the engine is asked again.</summary>
    public Guid? To { get; init; }

    /// <summary>Why, where an owned lead is passed on.</summary>
    [StringLength(1000)]
    public string? Reason { get; init; }
}
