using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A lead as another system sees it.</summary>
public sealed record LeadView
{
    public required Guid Id { get; init; }

    /// <summary>Names what the lead is now, as its ETag does: a change sends it as If-Match, in quotation marks.</summary>
    public required string Version { get; init; }

    /// <summary>Its number in the system that asks, where that system sent it.</summary>
    public required string? ExternalId { get; init; }

    public required LeadState State { get; init; }

    public required string Company { get; init; }

    public required string About { get; init; }

    public required string Contact { get; init; }

    public required string Email { get; init; }

    public required string Phone { get; init; }

    /// <summary>The tier a seller needs.</summary>
    public required Tier Tier { get; init; }

    public required string Source { get; init; }

    /// <summary>The customer account.</summary>
    public required string? Account { get; init; }

    public required decimal? Value { get; init; }

    /// <summary>ISO code of the value.</summary>
    public required string Currency { get; init; }

    public required IReadOnlyList<Tag> Tags { get; init; }

    /// <summary>The pool it falls into by the lead policy in force; null where there is one for everybody.</summary>
    public required string? Pool { get; init; }

    /// <summary>Why a locked lead is locked; null for any other.</summary>
    public required LockKind? Locked { get; init; }

    /// <summary>Who has it now, or had it when it was won or lost.</summary>
    public required Guid? Owner { get; init; }

    /// <summary>The last day of protection; null without an owner and while an opportunity is open.</summary>
    public required DateOnly? ProtectedUntil { get; init; }

    public required bool OpportunityOpen { get; init; }

    /// <summary>The stage the buyer has reached.</summary>
    public required string Stage { get; init; }

    public required string? NextStep { get; init; }

    public required DateOnly? NextStepOn { get; init; }

    /// <summary>What was put before reviewers, each kind of offer in its newest wording.</summary>
    public required IReadOnlyList<OfferView> Offers { get; init; }

    /// <summary>The newest decision about it.</summary>
    public required Guid? Decision { get; init; }

    /// <summary>The lead that is the same customer.</summary>
    public required Guid? DuplicateOf { get; init; }

    public required DateTime ArrivedAt { get; init; }

    /// <summary>Since when the customer waits for a first contact; a lead that goes back untouched, or to somebody else, goes on waiting.</summary>
    public required DateTime WaitingSince { get; init; }

    public required DateTime UpdatedAt { get; init; }

    internal static LeadView Of(LeadRow row, IReadOnlyList<Tag> tags, string? externalId, LeadPolicy policy, LockKind? locked, IReadOnlyList<ReviewRow> wordings) => new()
    {
        Id = row.Id,
        Version = LeadVersion.Of(row),
        ExternalId = externalId,
        State = row.State,
        Company = row.Company,
        About = row.About,
        Contact = row.Contact,
        Email = row.Email,
        Phone = row.Phone,
        Tier = row.Tier,
        Source = row.Source,
        Account = row.Account,
        Value = row.Value,
        Currency = row.Currency,
        Tags = tags,
        Pool = policy.CellOf(row.Tier, row.Source, tags) is { Length: > 0 } pool ? pool : null,
        Locked = locked,
        Owner = row.Owner,
        ProtectedUntil = row.LastDay,
        OpportunityOpen = row.OpportunityOpen,
        Stage = row.Stage,
        NextStep = row.NextStep,
        NextStepOn = row.NextStepOn,
        Offers = [.. wordings.GroupBy(w => w.Of).OrderBy(g => g.Key).Select(g => OfferView.From(g.MaxBy(w => w.Version)!))], // a group has one
        Decision = row.Decision,
        DuplicateOf = row.DuplicateOf,
        ArrivedAt = row.ArrivedAt,
        WaitingSince = row.WaitingSince,
        UpdatedAt = row.ChangedAt,
    };
}

/// <summary>The state of an offer as another system sees it.</summary>
/// <param name="Of">What is offered.</param>
/// <param name="By">Who reviews it.</param>
/// <param name="Version">1 for the first wording, 2 for the next.</param>
/// <param name="Sum">What the buyer pays.</param>
/// <param name="Currency">ISO code of the sum.</param>
/// <param name="Discount">Percent off the list price.</param>
/// <param name="DueOn">The last day on which it is to be decided.</param>
/// <param name="Ruling">What was decided; null while it waits.</param>
/// <param name="DecidedAt">When.</param>
public sealed record OfferView(OfferKind Of, ReviewBody By, int Version, decimal Sum, string Currency, decimal Discount, DateOnly DueOn, OfferRuling? Ruling, DateTime? DecidedAt)
{
    internal static OfferView From(ReviewRow row) => new(row.Of, row.By, row.Version, row.Sum, row.Currency, row.Discount, row.DueOn, row.Ruling, row.DecidedAt);
}

/// <summary>What became of a lead that another system sent or changed: ids and figures, which may be kept beside the key of the call.</summary>
/// <param name="Id">The lead.</param>
/// <param name="Created">Whether it came in with this call; false when its external id was known.</param>
/// <param name="State">Where it is now.</param>
/// <param name="Owner">Who has it.</param>
/// <param name="Decision">The newest decision about it.</param>
/// <param name="DuplicateOf">The lead that is the same customer.</param>
/// <param name="Version">Its version after this call: what the next call sends as If-Match.</param>
public sealed record LeadAnswer(Guid Id, bool Created, LeadState State, Guid? Owner, Guid? Decision, Guid? DuplicateOf, string Version)
{
    internal static LeadAnswer Of(LeadRow row, bool created = false) => new(row.Id, created, row.State, row.Owner, row.Decision, row.DuplicateOf, LeadVersion.Of(row));
}

/// <summary>Names what a lead is now; any change gives another name.</summary>
internal static class LeadVersion
{
    // Everything of the row that can change. Instants at the precision both databases give back.
    public static string Of(LeadRow row) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', (string?[])
    [
        row.Id.ToString(), row.State.ToString(), row.Owner?.ToString(), Day(row.Since), Day(row.Earned), row.OpportunityOpen ? "open" : "", Day(row.LastDay), row.Stage,
        row.NextStep, Day(row.NextStepOn), row.Decision?.ToString(), (row.ChangedAt.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
    ]))))[..32];

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
