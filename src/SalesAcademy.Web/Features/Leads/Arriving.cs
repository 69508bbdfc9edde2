using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A row of a file, as an origin of a lead.</summary>
internal sealed record SheetPlace(Guid Import, int Number);

/// <summary>Enters leads: one about a customer who is known already is merged into that lead, any other is given to the seller whose turn it is.</summary>
internal sealed class Arriving(Assigning assigning, Library library)
{
    /// <summary>Enters a lead, whatever is known already. Once per command: a second turn would not see the seats of the first, which are not written yet.</summary>
    public async Task<LeadRow> Run(Entry entry, ArrivingLead lead) => await Enter(entry, lead, await TwinOf(entry, lead), place: null);

    /// <summary>Enters a row of a file, once. Refused: row-done.</summary>
    public async Task<Decision<ImportOutcome>> Run(Entry entry, ArrivingLead lead, SheetPlace place)
    {
        if (await entry.Db.FindAsync<ImportedRow>(place.Import, place.Number) is not null)
            return new Refusal("row-done");
        var twin = await TwinOf(entry, lead);
        if (twin is not null && twin.Knows(Facts.Of(lead)) && await Elsewhere(entry, lead, twin) is null && (lead.ContactAllowed || twin.Row.State == LeadState.Locked))
            return Remember(ImportOutcome.Known, twin.Row.Id);
        var row = await Enter(entry, lead, twin, place);
        return row.State switch
        {
            LeadState.Duplicate => Remember(ImportOutcome.Merged, row.DuplicateOf!.Value), // a duplicate is one of something
            LeadState.Locked => Remember(ImportOutcome.Locked, row.Id),
            _ => Remember(ImportOutcome.Arrived, row.Id),
        };

        ImportOutcome Remember(ImportOutcome outcome, Guid of)
        {
            entry.Db.Add(new ImportedRow { Import = place.Import, Number = place.Number, Outcome = outcome, Lead = of });
            return outcome;
        }
    }

    // Looked for again once it is held: it may have been lost or merged while this waited.
    private static async Task<Twin?> TwinOf(Entry entry, ArrivingLead lead)
    {
        var customer = lead.Customer;
        await entry.Hold(lead.Keys.Select(key => $"lead-of:{key}"));
        var twin = await Twins.Find(entry, customer);
        for (Guid? held = null; twin is not null && twin.Row.Id != held;)
        {
            held = twin.Row.Id;
            await entry.Hold($"lead:{held}");
            twin = await Twins.Find(entry, customer);
        }

        return twin;
    }

    // The lead by which the customer said, under another address or number, that they may not be contacted. One of this very customer swallows what comes in.
    private static async Task<Guid?> Elsewhere(Entry entry, ArrivingLead lead, Twin? twin)
    {
        if (CustomerKey.OfPhone(lead.Phone) is not { } number || await entry.Reads.Rows(LeadStatements.Called, row => row.GetInt32(0), number) is [])
            return null;
        var swallows = twin?.Row.State == LeadState.Locked && (await LockRow.OpenOf(entry.Db, [twin.Row.Id], CancellationToken.None)).GetValueOrDefault(twin.Row.Id)?.Kind != LockKind.Held;
        return swallows ? null : await NoContact.Says(entry.Db, lead.Keys);
    }

    private async Task<LeadRow> Enter(Entry entry, ArrivingLead lead, Twin? twin, SheetPlace? place)
    {
        Tag[] tags = [.. lead.Tags.Distinct()];
        var elsewhere = lead.ContactAllowed ? await Elsewhere(entry, lead, twin) : null;
        var row = entry.Db.Add(new LeadRow
        {
            Id = entry.NewId(),
            Company = lead.Company,
            About = lead.About,
            Contact = lead.Contact,
            Email = lead.Email.Trim().ToLowerInvariant(),
            Phone = lead.Phone,
            Customer = lead.Customer,
            Tier = lead.Tier,
            Source = lead.Source,
            Account = lead.Account,
            Value = lead.Value,
            Currency = lead.Currency,
            ArrivedAt = entry.Act.At,
            WaitingSince = entry.Act.At,
            ChangedAt = entry.Act.At,
            DuplicateOf = twin?.Row.Id,
            State = lead.ContactAllowed && elsewhere is null ? LeadState.Waiting : LeadState.Locked,
        }).Entity;
        entry.Db.AddRange(tags.Select(tag => new LeadTagRow { Lead = row.Id, Kind = tag.Kind, Value = tag.Value }));
        entry.Record(new LeadArrived(row.Id, row.Tier));
        if (row.State == LeadState.Locked)
        {
            if (elsewhere is { } says)
                Locking.LockWith(entry, row, says);
            await Locking.LockRest(entry, row, elsewhere ?? row.Id, library.Now.Leads);
            return row;
        }

        if (twin is not null)
        {
            await Merging.Merge(entry, twin.Row.Id, row, tags, library.Now.Leads, place);
            return row;
        }

        await assigning.Run(entry, await LeadFile.New(entry.Db, row, tags, library.Now.Leads), first: true);
        return row;
    }
}
