namespace SalesAcademy.Domain.Leads;

/// <summary>What is put before the buyer.</summary>
public enum OfferKind
{
    /// <summary>What would be done, and for how much.</summary>
    Proposal,

    /// <summary>The text both sides sign.</summary>
    Contract,
}

/// <summary>Who has to agree to an offer before it binds the house.</summary>
public enum ReviewBody
{
    /// <summary>Those who answer for sums, discounts and terms of payment.</summary>
    Finance,

    /// <summary>Sales operations, who answer for what can be delivered.</summary>
    Operations,
}

/// <summary>A stage of the playbook asks for this before a lead may leave it.</summary>
/// <param name="Of">What is reviewed.</param>
/// <param name="By">Who reviews it.</param>
/// <param name="Within">Working days in which it is decided.</param>
public sealed record ReviewDemand(OfferKind Of, ReviewBody By, int Within);

/// <summary>An offer as the seller words it; two are the same when nothing in them differs.</summary>
/// <param name="Sum">What the buyer pays, above 0, at most two decimals.</param>
/// <param name="Currency">ISO code, one of <see cref="Currencies"/>.</param>
/// <param name="Discount">Percent off the list price, 0 to 100.</param>
/// <param name="Terms">What is offered and on which terms, in words; may be empty where there is a link.</param>
/// <param name="Link">Where the text of it is kept, https; may be empty where there are terms.</param>
public sealed record Offer(decimal Sum, string Currency, decimal Discount, string Terms, string Link)
{
    /// <summary>The longest terms, in characters.</summary>
    public const int LongestTerms = 2000;

    /// <summary>The longest link, in characters.</summary>
    public const int LongestLink = 500;

    private const decimal MostMoney = 1_000_000_000_000m;

    /// <summary>The key of what does not fit: offer-sum, offer-currency, offer-discount, offer-empty, offer-long or offer-link; null when all is well.</summary>
    public string? Fault => this switch
    {
        { Sum: <= 0 or >= MostMoney } => "offer-sum",
        _ when decimal.Round(Sum, 2) != Sum => "offer-sum",
        { Discount: < 0 or > 100 } => "offer-discount",
        _ when decimal.Round(Discount, 1) != Discount => "offer-discount",
        _ when !Currencies.All.Contains(Currency) => "offer-currency",
        { Terms.Length: 0, Link.Length: 0 } => "offer-empty",
        { Terms.Length: > LongestTerms } or { Link.Length: > LongestLink } => "offer-long",
        { Link.Length: > 0 } when !(Uri.TryCreate(Link, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps) => "offer-link",
        _ => null,
    };
}
