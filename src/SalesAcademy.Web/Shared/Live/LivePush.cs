using Microsoft.AspNetCore.SignalR;

namespace SalesAcademy.Web.Shared.Live;

/// <summary>Sends signals to browsers. Best effort by nature: what must arrive is in the database, and is fetched.</summary>
public interface ILive
{
    void Changed(Guid person, string topic, long sequence);

    void Changed(string group, string topic, long sequence);
}

internal sealed partial class LivePush(IHubContext<LiveHub, ILiveBrowser> hub, ILogger<LivePush> log) : ILive
{
    public void Changed(Guid person, string topic, long sequence) => Changed(LiveHub.GroupOf(person), topic, sequence);

    // Never awaited by whoever calls: one browser that stops reading would hold everybody for seconds.
    public void Changed(string group, string topic, long sequence) => _ = Send(group, topic, sequence);

    private async Task Send(string group, string topic, long sequence)
    {
        try
        {
            await hub.Clients.Group(group).Changed(topic, sequence);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A lost backplane loses signals, not notes: browsers fetch again when they reconnect.
            SignalLost(log, topic, e);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A signal about {Topic} was lost")]
    private static partial void SignalLost(ILogger logger, string topic, Exception e);
}
