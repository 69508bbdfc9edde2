using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Says of every row what would become of it, by the decisions that bring it in; reads, and writes nothing.</summary>
internal sealed class ImportPreview(AcademyDb db)
{
    private readonly Dictionary<string, Customer> byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Customer> byLead = [];
    private readonly PreviewedCustomers contacts = new(db);

    public static async Task<IReadOnlyList<ImportLine>> Of(AcademyDb db, LeadSheet sheet, CancellationToken cancellation)
    {
        var preview = new ImportPreview(db);
        var lines = new List<ImportLine>();
        foreach (var some in sheet.Lines().Chunk(Twins.MostAtOnce))
        {
            await preview.Meet([.. some.Select(line => line.Lead).OfType<ArrivingLead>()], cancellation);
            lines.AddRange(some.Select(preview.Say));
        }

        return lines;
    }

    private async Task Meet(IReadOnlyList<ArrivingLead> leads, CancellationToken cancellation)
    {
        await contacts.Meet(leads.SelectMany(lead => lead.Keys), cancellation);
        string[] strange = [.. leads.Select(lead => lead.Customer).Distinct().Where(address => !byAddress.ContainsKey(address))];
        foreach (var (address, twin) in await Twins.Of(db, strange, cancellation))
        {
            if (!byLead.TryGetValue(twin.Row.Id, out var customer))
                byLead[twin.Row.Id] = customer = new Customer(twin.Row.Id, twin.Row.Company, Row: null, contacts.Of(twin.Row.Id)) { Facts = twin.Facts, Merged = [.. twin.Merged], IsHeld = twin.Row.State == LeadState.Locked };
            byAddress[address] = customer;
        }
    }

    private ImportLine Say(SheetLine line)
    {
        if (line.Lead is not { } lead)
            return ImportLine.Of(line, ImportOutcome.Refused);
        var (address, facts) = (lead.Customer, Facts.Of(lead));
        var customer = byAddress.GetValueOrDefault(address);
        // One who is barred already swallows what comes in; whoever is barred under another address or number gets a lead of their own, locked.
        var locked = !lead.ContactAllowed || (customer?.Contact is not { NoContact: true } && lead.Keys.Any(contacts.IsBarred));
        if (customer is null)
            return Enter(ImportLine.Of(line, locked ? ImportOutcome.Locked : ImportOutcome.Arrived));
        if (customer.Knows(facts) && (!locked || (!lead.ContactAllowed && customer.IsLocked)))
            return About(ImportOutcome.Known);
        if (locked)
            return Enter(About(ImportOutcome.Locked));
        var merge = MergeLeads.Decide(customer.Facts, facts);
        customer.Merged.Add(facts);
        if (customer.Contact is { } known)
            contacts.Extend(known, lead.Keys);
        if (customer.IsLocked)
            return About(ImportOutcome.Merged) with { Differing = merge.Differing };
        customer.Facts = merge.Lead;
        return About(ImportOutcome.Merged) with { Filled = merge.Filled, Differing = merge.Differing };

        ImportLine About(ImportOutcome outcome) => ImportLine.Of(line, outcome) with { Lead = customer.Lead, LeadCompany = customer.Company, Row = customer.Row };

        ImportLine Enter(ImportLine entered)
        {
            var contact = contacts.Add(lead.Keys, locked);
            // Of leads that are locked together the oldest takes in what comes next.
            if (customer?.IsLocked is not true)
                byAddress[address] = new Customer(Lead: null, lead.Company, line.Number, contact) { Facts = facts };
            return entered;
        }
    }

    /// <summary>A customer as the rows above leave it.</summary>
    private sealed record Customer(Guid? Lead, string Company, int? Row, PreviewedCustomer? Contact)
    {
        /// <summary>Whether it was locked, however, before the file.</summary>
        public bool IsHeld { get; init; }

        public bool IsLocked => IsHeld || Contact is { NoContact: true };

        public required LeadFacts Facts { get; set; }

        public List<LeadFacts> Merged { get; init; } = [];

        public bool Knows(LeadFacts lead) => MergeLeads.IsKnown([Facts, .. Merged], lead);
    }
}
