using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Writes down what the domain has decided about an ownership; the only place that does.</summary>
internal static class OwnershipBook
{
    /// <summary>Opens an ownership; the sale begins in the first stage of the playbook.</summary>
    public static async Task Give(Entry entry, LeadFile file, LeadChange change, Taking how, Catalogue catalogue)
    {
        Follow(entry, file, change, catalogue.Leads);
        file.Row.State = LeadState.Owned;
        (file.Row.Stage, file.Row.NextStep, file.Row.NextStepOn, file.Row.WarnedOf) = (catalogue.Playbook.First.Id, null, null, null);
        entry.Db.Add(new OwnershipRow
        {
            Id = entry.NewId(),
            Lead = file.Row.Id,
            Person = file.Row.Owner!.Value, // just given
            How = how,
            Day = entry.Act.Today,
            At = entry.Act.At,
            Sequence = await entry.HoldTrunk(),
        });
    }

    /// <summary>Keeps a change within an ownership.</summary>
    public static void Follow(Entry entry, LeadFile file, LeadChange change, LeadPolicy policy)
    {
        var holding = change.Lead.Holding;
        var row = file.Row;
        (row.Owner, row.Since, row.Earned) = (holding?.Owner, holding?.Since, holding?.Earned);
        (row.OpportunityOpen, row.LastDay) = (holding?.OpportunityOpen ?? false, holding?.ReturnDay(policy.Protection));
        row.ChangedAt = entry.Act.At;
        entry.Record(change.Event);
    }

    /// <summary>Ends the ownership: the lead is won, lost, locked, or back in the public pool.</summary>
    public static async Task End(Entry entry, LeadFile file, LeadChange change, OwnershipEnd end, LeadPolicy policy, string? reason = null, WonFor? won = null)
    {
        var ownership = file.Current ?? throw new InvalidOperationException("An owned lead has an ownership.");
        Follow(entry, file, change, policy);
        ownership.Reason = string.IsNullOrWhiteSpace(reason) ? null : entry.Say(reason.Trim(), file.Row.Id);
        (ownership.Sum, ownership.Currency) = (won?.Sum, won?.Sum is null ? null : won.Currency);
        (ownership.End, ownership.EndedOn) = (end, entry.Act.Today);
        file.Row.State = end switch { OwnershipEnd.Won => LeadState.Won, OwnershipEnd.Lost => LeadState.Lost, OwnershipEnd.Locked => LeadState.Locked, _ => LeadState.Pool };
        if (file.Row.State == LeadState.Pool && await WasContacted(entry, file.Row))
            file.Row.WaitingSince = entry.Act.At;
        if (file.Row.State is LeadState.Won or LeadState.Lost)
            file.Row.Owner = ownership.Person;
        ownership.EndSequence = await entry.HoldTrunk();
    }

    /// <summary>Whether anybody has spoken with the customer since the wait began. Until then it goes on, through however many hands the lead passes.</summary>
    public static Task<bool> WasContacted(Entry entry, LeadRow lead) => entry.Db.Set<FollowUpRow>().AnyAsync(f => f.Lead == lead.Id && f.At >= lead.WaitingSince);
}
