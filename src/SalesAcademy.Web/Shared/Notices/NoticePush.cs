using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Live;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Shared.Notices;

/// <summary>Tells the open pages of a person that the inbox has something new.</summary>
internal sealed class NoticePush(ILive live) : IConsumer
{
    public string Name => "notice-signals";

    public bool OnEveryNode => true;

    public Task Consume(IReadOnlyList<EventRow> inOrder, CancellationToken cancellation)
    {
        foreach (var row in inOrder.Where(row => row.Type == EventTrunk.NameOf(typeof(NoticeGiven))))
            live.Changed(row.Subject, "notices", ((NoticeGiven)EventTrunk.Read(row)).Sequence);
        return Task.CompletedTask;
    }
}
