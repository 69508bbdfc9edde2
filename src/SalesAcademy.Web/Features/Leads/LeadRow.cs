using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A possible customer as it came in, who owns it now and until when, and how far the conversation is.</summary>
public sealed class LeadRow
{
    private string phone = "";

    public required Guid Id { get; init; }

    public required string Company { get; init; }

    /// <summary>What the company is, in a few words: outdoor retail, 46 stores, Hangzhou.</summary>
    public required string About { get; set; }

    /// <summary>Who to speak with; shown to the owner and those who answer for the owner only, as are the next two.</summary>
    public required string Contact { get; init; }

    /// <summary>Empty where there is only a phone number.</summary>
    public required string Email { get; init; }

    public required string Phone
    {
        get => phone;
        set
        {
            phone = value;
            Reckon();
        }
    }

    /// <summary>The phone number however it is written, empty without one; null of a lead that came in before numbers were kept (<see cref="LeadNumbers"/>).</summary>
    public string? Number { get; private set; }

    /// <summary>How the same customer is known again (<see cref="CustomerKey"/>).</summary>
    public required string Customer { get; init; }

    /// <summary>Everything by which its customer may be meant who does not want to be contacted.</summary>
    public IReadOnlyList<string> Keys => KeysOf(Customer, Number);

    public required Tier Tier { get; init; }

    public required string Source { get; set; }

    /// <summary>The customer account; its leads stay with one owner. Null for an unknown customer.</summary>
    public string? Account { get; set; }

    public decimal? Value { get; set; }

    /// <summary>ISO code of the value, such as CNY.</summary>
    public required string Currency { get; set; }

    public required DateTime ArrivedAt { get; init; }

    /// <summary>Since when it has had no owner; the service level counts from here.</summary>
    public required DateTime WaitingSince { get; set; }

    /// <summary>When anything of it last changed, for systems that follow along.</summary>
    public DateTime ChangedAt { get; set; }

    public required LeadState State { get; set; }

    /// <summary>Who has it now, or had it when it was won or lost.</summary>
    public Guid? Owner { get; set; }

    public DateOnly? Since { get; set; }

    /// <summary>The day up to which follow-ups have earned protection; the maximum is not yet applied.</summary>
    public DateOnly? Earned { get; set; }

    public bool OpportunityOpen { get; set; }

    /// <summary>The last day of protection; null without an owner or while an opportunity is open.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>The last day the owner has been warned of.</summary>
    public DateOnly? WarnedOf { get; set; }

    /// <summary>The stage of the playbook it is in.</summary>
    public string Stage { get; set; } = "";

    public string? NextStep { get; set; }

    public DateOnly? NextStepOn { get; set; }

    /// <summary>Stage and next step in a few characters, by which a page knows that another has saved since.</summary>
    public string ProgressSeen => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Stage}\n{NextStep}\n{NextStepOn:O}")))[..16];

    /// <summary>The newest decision about it.</summary>
    public Guid? Decision { get; set; }

    /// <summary>The lead that is the same customer: of a duplicate the one it was merged into.</summary>
    public Guid? DuplicateOf { get; set; }

    /// <summary>Reckons the number of a lead that came in before numbers were kept.</summary>
    public void Reckon() => Number = CustomerKey.OfPhone(phone) ?? "";

    /// <summary>The customer and the number, which are one where there is no address.</summary>
    public static IReadOnlyList<string> KeysOf(string customer, string? number) => number is null or "" || number == customer ? [customer] : [customer, number];
}

/// <summary>Where a lead is.</summary>
public enum LeadState
{
    /// <summary>Held until a seller passes every rule.</summary>
    Waiting,

    /// <summary>In the public pool.</summary>
    Pool,

    Owned,
    Won,
    Lost,

    /// <summary>The same customer as another lead, into which it was merged; kept as a tombstone.</summary>
    Duplicate,

    /// <summary>Nobody is given it: the customer may not be contacted, or somebody holds it back.</summary>
    Locked,
}

internal sealed class LeadMapping : IEntityTypeConfiguration<LeadRow>
{
    public void Configure(EntityTypeBuilder<LeadRow> builder)
    {
        builder.ToTable("leads").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.State, e.WaitingSince });
        builder.HasIndex(e => new { e.Owner, e.State });
        builder.HasIndex(e => e.LastDay);
        builder.HasIndex(e => e.Account);
        builder.HasIndex(e => e.Customer);
        builder.HasIndex(e => e.Number);
        builder.HasIndex(e => e.DuplicateOf);
        builder.HasIndex(e => new { e.ChangedAt, e.Id });
    }
}

/// <summary>What a lead is like: language, region, product or industry, with a value.</summary>
public sealed class LeadTagRow
{
    public required Guid Lead { get; init; }

    public required string Kind { get; init; }

    public required string Value { get; init; }
}

internal sealed class LeadTagMapping : IEntityTypeConfiguration<LeadTagRow>
{
    public void Configure(EntityTypeBuilder<LeadTagRow> builder) => builder.ToTable("lead_tags").HasKey(e => new { e.Lead, e.Kind, e.Value });
}

/// <summary>The number a lead has in the system that sent it: sent again, it is the same lead.</summary>
public sealed class LeadOriginRow
{
    public required string System { get; init; }

    public required string ExternalId { get; init; }

    public required Guid Lead { get; init; }
}

internal sealed class LeadOriginMapping : IEntityTypeConfiguration<LeadOriginRow>
{
    public void Configure(EntityTypeBuilder<LeadOriginRow> builder)
    {
        builder.ToTable("lead_origins").HasKey(e => new { e.System, e.ExternalId });
        builder.HasIndex(e => e.Lead);
    }
}
