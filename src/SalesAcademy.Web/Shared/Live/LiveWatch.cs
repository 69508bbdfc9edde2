using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Shared.Live;

/// <summary>Ends connections whose sign-in was ended at another node. One's own sign-outs end theirs at once, and lost rights are heard from the trunk. Lines live in the machine's time, whatever the academy's clock says.</summary>
internal sealed class LiveWatch(LiveConnections connections, SessionStore sessions, ILogger<LiveWatch> log) : Round(TimeSpan.FromSeconds(2), TimeProvider.System, log)
{
    protected override async Task Go(CancellationToken stopping)
    {
        if (connections.Sessions is { Count: > 0 } open && await sessions.ForgetEnded(open, stopping) is { Count: > 0 } ended)
            connections.EndThoseOf(ended);
    }
}
