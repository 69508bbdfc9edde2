using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <content>One lead of a batch.</content>
public sealed partial class LeadPool
{
    /// <summary>Within a batch: a lead that is alive is given, or passed on, to a named seller. Refused: not-found, not-free, same-owner, not-eligible.</summary>
    internal async Task<Decision<Done>> GiveTo(Entry entry, Guid lead, Guid to) => await LeadFile.Find(entry.Db, lead, Policy) switch
    {
        null => Refusal.NotFound,
        { Row.State: LeadState.Owned } file => await Transfer(entry, file, to),
        var file => await Give(entry, file, to),
    };

    /// <summary>Within a batch: the turn is asked about a lead without an owner, also one that lies in the public pool; where nobody fits it stays as it is. Refused: not-found, not-free, nobody-fits (rule).</summary>
    internal async Task<Decision<Done>> TakeTurn(Entry entry, Guid lead)
    {
        if (await LeadFile.Find(entry.Db, lead, Policy) is not { } file)
            return Refusal.NotFound;
        if (file.Row.State is not (LeadState.Waiting or LeadState.Pool))
            return new Refusal("not-free");
        if (await assigning.Ask(entry, file) is { Winner: null } nobody)
            return NobodyFits(nobody);
        return await assigning.Run(entry, file, first: false) == AssignmentOutcome.Assigned ? Done.Value : new Refusal("still-waiting");
    }

    /// <summary>Why the turn gives a lead to nobody: the rule at which most fail first.</summary>
    internal static Refusal NobodyFits(AssignmentDecision decision) =>
        decision.Failures.Max() > 0 ? new("nobody-fits", (Rule)(decision.Failures.Index().MaxBy(rule => rule.Item).Index + 1)) : new("nobody-there");
}
