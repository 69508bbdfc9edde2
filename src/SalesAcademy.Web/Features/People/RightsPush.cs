using System.Collections.Frozen;
using SalesAcademy.Domain.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Live;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Features.People;

/// <summary>Makes changed rights felt at once: what was kept in memory is forgotten, live connections end, a suspended person's sessions are deleted.</summary>
internal sealed class RightsPush(Staff staff, LiveConnections connections, SessionStore sessions) : IConsumer
{
    private static readonly FrozenSet<string> Changes = new[]
    {
        typeof(RolesChanged), typeof(TeamChanged), typeof(ManagementChanged), typeof(PersonSuspended), typeof(PersonReinstated),
    }.Select(EventTrunk.NameOf).ToFrozenSet(StringComparer.Ordinal);

    // Read anew at the next page, but no reason to end a connection: whoever joins has none of other rights, and may be opening the first.
    private static readonly FrozenSet<string> Corrections = new[] { typeof(PersonJoined), typeof(PersonChanged), typeof(ProfileChanged), typeof(PreferencesChanged) }
        .Select(EventTrunk.NameOf).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string Suspended = EventTrunk.NameOf(typeof(PersonSuspended));

    public string Name => "rights";

    public bool OnEveryNode => true;

    public async Task Consume(IReadOnlyList<EventRow> inOrder, CancellationToken cancellation)
    {
        foreach (var row in inOrder.Where(row => Corrections.Contains(row.Type) || Changes.Contains(row.Type)))
        {
            staff.Forget(row.Subject);
            if (Changes.Contains(row.Type))
                connections.End(row.Subject);
            if (row.Type == Suspended)
                await sessions.RemoveAll(row.Subject);
        }
    }
}
