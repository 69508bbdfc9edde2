using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Says of every row what would become of it, by the decisions that bring it in; reads, and writes nothing.</summary>
internal sealed class ImportPreview(AcademyDb db)
{
    private readonly Dictionary<string, Customer> byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Customer> byLead = [];

    public static async Task<IReadOnlyList<ImportLine>> Of(AcademyDb db, LeadSheet sheet, CancellationToken cancellation)
    {
        var preview = new ImportPreview(db);
        var lines = new List<ImportLine>();
        foreach (var some in sheet.Lines().Chunk(Twins.MostAtOnce))
        {
            await preview.Meet([.. some.Select(line => line.Lead).OfType<ArrivingLead>().Select(lead => lead.Customer).Distinct()], cancellation);
            lines.AddRange(some.Select(preview.Say));
        }

        return lines;
    }

    private async Task Meet(string[] addresses, CancellationToken cancellation)
    {
        string[] strange = [.. addresses.Where(address => !byAddress.ContainsKey(address))];
        foreach (var (address, twin) in await Twins.Of(db, strange, cancellation))
        {
            if (!byLead.TryGetValue(twin.Row.Id, out var customer))
                byLead[twin.Row.Id] = customer = new Customer(twin.Row.Id, twin.Row.Company, Row: null, twin.Row.State == LeadState.Locked) { Facts = twin.Facts, Merged = [.. twin.Merged] };
            byAddress[address] = customer;
        }
    }

    private ImportLine Say(SheetLine line)
    {
        if (line.Lead is not { } lead)
            return ImportLine.Of(line, ImportOutcome.Refused);
        var (address, facts) = (lead.Customer, Facts.Of(lead));
        if (!byAddress.TryGetValue(address, out var customer))
            return Enter(ImportLine.Of(line, lead.ContactAllowed ? ImportOutcome.Arrived : ImportOutcome.Locked));
        if (customer.Knows(facts) && (lead.ContactAllowed || customer.IsLocked))
            return About(ImportOutcome.Known);
        if (!lead.ContactAllowed)
            return Enter(About(ImportOutcome.Locked));
        var merge = MergeLeads.Decide(customer.Facts, facts);
        customer.Merged.Add(facts);
        if (customer.IsLocked)
            return About(ImportOutcome.Merged) with { Differing = merge.Differing };
        customer.Facts = merge.Lead;
        return About(ImportOutcome.Merged) with { Filled = merge.Filled, Differing = merge.Differing };

        ImportLine About(ImportOutcome outcome) => ImportLine.Of(line, outcome) with { Lead = customer.Lead, LeadCompany = customer.Company, Row = customer.Row };

        ImportLine Enter(ImportLine entered)
        {
            byAddress[address] = new Customer(Lead: null, lead.Company, line.Number, !lead.ContactAllowed) { Facts = facts };
            return entered;
        }
    }

    /// <summary>A customer as the rows above leave it.</summary>
    private sealed record Customer(Guid? Lead, string Company, int? Row, bool IsLocked)
    {
        public required LeadFacts Facts { get; set; }

        public List<LeadFacts> Merged { get; init; } = [];

        public bool Knows(LeadFacts lead) => MergeLeads.IsKnown([Facts, .. Merged], lead);
    }
}
