using System.Collections.Frozen;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Somebody may take leads who could not before: waiting leads are tried again at once, after the commit, so that grading a quiz never fails because of a lead.</summary>
internal sealed class WaitingLeadsPush(LeadKeeper keeper) : IConsumer
{
    private static readonly FrozenSet<string> MakeRoom = new[]
    {
        typeof(TierChanged), typeof(TierOverridden), typeof(PersonReinstated), typeof(LeadReturned), typeof(LeadLocked), typeof(LeadUnlocked), typeof(LeadWon), typeof(LeadLost),
    }.Select(EventTrunk.NameOf).ToFrozenSet(StringComparer.Ordinal);

    public string Name => "waiting-leads";

    public Task Consume(IReadOnlyList<EventRow> inOrder, CancellationToken cancellation) =>
        inOrder.Any(row => MakeRoom.Contains(row.Type)) ? keeper.TryWaiting(cancellation) : Task.CompletedTask;
}
