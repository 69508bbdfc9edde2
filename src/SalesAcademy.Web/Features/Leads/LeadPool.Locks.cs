using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <content>Locking leads that have come in, and unlocking them.</content>
public sealed partial class LeadPool
{
    /// <summary>
    /// Nobody is given the lead any more, and its owner has it no longer; where the customer may not be contacted, the same for every lead of that
    /// address. Refused: not-found, reason-needed, already-locked, lock-ended.
    /// </summary>
    public Task<Decision<Done>> Lock(Act act, Guid lead, LockKind kind) => ledger.Run<Done>(act, entry => WithReason(entry, () => Locking.Lock(entry, lead, kind, Policy)));

    /// <summary>The lead may be handed out again, and one that waits is given to somebody at once. Refused: not-found, reason-needed, not-locked.</summary>
    public async Task<Decision<Done>> Unlock(Act act, Guid lead)
    {
        var unlocked = await ledger.Run<Done>(act, entry => WithReason(entry, () => Locking.Unlock(entry, lead, Policy)));
        // In a command of its own: the turn reads accounts as they are written. Others that were locked with it are tried by LeadKeeper.
        if (unlocked is Accepted<Done>)
            await TryAgain(act with { Key = null, Reason = null }, lead);
        return unlocked;
    }
}
