using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <content>Locking leads that have come in, unlocking them, and reopening those that have ended.</content>
public sealed partial class LeadPool
{
    /// <summary>
    /// Nobody is given the lead any more, and its owner has it no longer; where the customer may not be contacted, the same for every lead of that
    /// address. Refused: not-found, reason-needed, already-locked, lock-ended.
    /// </summary>
    public Task<Decision<Done>> Lock(Act act, Guid lead, LockKind kind) => ledger.Run<Done>(act, entry => WithReason(entry, () => Locking.Lock(entry, lead, kind, Policy)));

    /// <summary>
    /// A lead that was won or lost is its last owner's again, as far as the rules give it to them: by the owner on the day it ended (sameDay), later
    /// by those who answer for the owner. Refused: not-found, reason-needed, not-ended, reopen-day, reopen-gone, reopen-no-contact, reopen-other, not-eligible.
    /// </summary>
    public Task<Decision<Done>> Reopen(Act act, Guid lead, bool sameDay) => ledger.Run<Done>(act, entry => WithReason(entry, () => Reopening.Run(entry, lead, sameDay, sellers, library)));

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
