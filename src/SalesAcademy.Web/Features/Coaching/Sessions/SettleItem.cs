using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>The owner of an action item says that it is done, or gives it up. To everybody else it cannot be ticked.</summary>
internal sealed class SettleItem(ILedger ledger, SessionPush push)
{
    public async Task<Decision<Done>> Run(Act act, Guid item, bool isDone)
    {
        IReadOnlyList<Guid> two = [];
        var settled = await ledger.Run<Done>(act, async entry =>
        {
            await entry.Hold($"action-item:{item}");
            if (await entry.Db.Set<ActionItemRow>().SingleOrDefaultAsync(i => i.Id == item && i.Owner == entry.Act.Actor) is not { } row)
                return Refusal.NotFound;
            var decided = ActionItem.Settle(row.State, isDone, entry.Act.Reason);
            if (decided is not Accepted<ActionItemState> { Value: var state })
                return ((Refused<ActionItemState>)decided).Reason;
            (row.State, row.SettledAt) = (state, entry.Act.At);
            if (state == ActionItemState.Dropped)
                row.Reason = entry.Say(entry.Act.Reason!, row.Owner); // not blank, or it was refused
            entry.Record(new ActionItemSettled(row.Owner, row.Id, isDone));
            two = [row.Seller, row.Coach];
            return Done.Value;
        });
        if (settled is Accepted<Done>)
            push.Tell(two);
        return settled;
    }
}
