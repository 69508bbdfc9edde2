using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Live;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Tells the open pages of a seller that a lead came or went without their doing.</summary>
internal sealed class LeadPush(ILive live) : IConsumer
{
    private static readonly string Assigned = EventTrunk.NameOf(typeof(LeadAssigned));
    private static readonly string Returned = EventTrunk.NameOf(typeof(LeadReturned));
    private static readonly string Reopened = EventTrunk.NameOf(typeof(LeadReopened));
    private static readonly string Locked = EventTrunk.NameOf(typeof(LeadLocked));

    public string Name => "lead-signals";

    public bool OnEveryNode => true;

    public Task Consume(IReadOnlyList<EventRow> inOrder, CancellationToken cancellation)
    {
        foreach (var row in inOrder.Where(row => row.Type == Assigned || row.Type == Returned || row.Type == Reopened || row.Type == Locked))
            if (EventTrunk.Read(row) switch { LeadAssigned given => given.Person, LeadReturned back => back.Person, LeadReopened again => again.Person, LeadLocked taken => taken.Person, _ => null } is { } person)
                live.Changed(person, "leads", row.Sequence);
        return Task.CompletedTask;
    }
}
