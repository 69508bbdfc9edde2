using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Reliability.Planted;

/// <summary>Tells browsers of ninety-nine notes in a hundred.</summary>
internal sealed class DeafRelay(NotePush push) : IConsumer
{
    private const int Lost = 100;

    private static readonly string Sent = EventTrunk.NameOf(typeof(NoteSent));

    private int told;

    public string Name => push.Name;

    public bool OnEveryNode => true;

    public async Task Consume(IReadOnlyList<EventRow> inOrder, CancellationToken cancellation)
    {
        foreach (var row in inOrder)
            if (row.Type != Sent || ++told % Lost != 0)
                await push.Consume([row], cancellation);
    }
}
