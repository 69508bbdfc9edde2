using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>What is known of a customer, as rows and arrivals say it, and written back to rows.</summary>
internal static class Facts
{
    public static LeadFacts Of(LeadRow row, IEnumerable<Tag> tags) => new()
    {
        Company = row.Company,
        Contact = row.Contact,
        Tier = row.Tier,
        About = row.About,
        Phone = row.Phone,
        Source = row.Source,
        Account = row.Account,
        Value = row.Value is { } sum ? new Amount(sum, row.Currency) : null,
        Tags = [.. tags],
    };

    public static LeadFacts Of(ArrivingLead lead) => new()
    {
        Company = lead.Company,
        Contact = lead.Contact,
        Tier = lead.Tier,
        About = lead.About,
        Phone = lead.Phone,
        Source = lead.Source,
        Account = lead.Account,
        Value = lead.Value is { } sum ? new Amount(sum, lead.Currency) : null,
        Tags = [.. lead.Tags.Distinct()],
    };

    /// <summary>Writes what a merge fills or gives back; of tags those that are new or gone.</summary>
    public static void Write(Entry entry, LeadRow row, IReadOnlyList<LeadTagRow> tags, LeadFacts facts)
    {
        (row.About, row.Phone, row.Source, row.Account, row.Value) = (facts.About, facts.Phone, facts.Source, facts.Account, facts.Value?.Sum);
        row.Currency = facts.Value?.Currency ?? row.Currency;
        entry.Db.RemoveRange(tags.Where(tag => !facts.Tags.Contains(TagOf(tag))));
        entry.Db.AddRange(facts.Tags.Where(tag => tags.All(row => TagOf(row) != tag)).Select(tag => new LeadTagRow { Lead = row.Id, Kind = tag.Kind, Value = tag.Value }));
    }

    public static Tag TagOf(LeadTagRow row) => new(row.Kind, row.Value);
}
