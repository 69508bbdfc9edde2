using Microsoft.AspNetCore.SignalR;

namespace SalesAcademy.Web.Shared.Live;

/// <summary>Sends signals to browsers. Best effort by nature: what must arrive is in the database, and is fetched.</summary>
public interface ILive
{
    /// <summary>To the pages of a person that are connected to this node: every node hears the trunk and tells its own.</summary>
    void Changed(Guid person, string topic, long sequence);

    void Changed(string group, string topic, long sequence);

    /// <summary>To the pages at every node, of something that no event tells, such as that somebody moved.</summary>
    void Spread(string group, string topic, long sequence);

    /// <summary>Tells every browser at this node to come back at another moment than the others; returns once that is said, or cannot be.</summary>
    void SayGoodbye();
}

internal sealed partial class LivePush : ILive
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromMilliseconds(500);

    private readonly IHubContext<LiveHub, ILiveBrowser> hub;
    private readonly INodes nodes;
    private readonly ILogger<LivePush> log;

    public LivePush(IHubContext<LiveHub, ILiveBrowser> hub, INodes nodes, ILogger<LivePush> log)
    {
        (this.hub, this.nodes, this.log) = (hub, nodes, log);
        nodes.Heard = signal => Changed(signal.Group, signal.Topic, signal.Sequence);
    }

    public void Changed(Guid person, string topic, long sequence) => Changed(LiveHub.GroupOf(person), topic, sequence);

    // Never awaited by whoever calls: one browser that stops reading would hold everybody for seconds.
    public void Changed(string group, string topic, long sequence) => _ = Send(group, topic, sequence);

    public void Spread(string group, string topic, long sequence)
    {
        Changed(group, topic, sequence);
        nodes.Tell(new Signal(group, topic, sequence));
    }

    public void SayGoodbye() => hub.Clients.All.Leaving().Wait(LongestGoodbye);

    private async Task Send(string group, string topic, long sequence)
    {
        try
        {
            await hub.Clients.Group(group).Changed(topic, sequence);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            SignalLost(log, topic, e);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A signal about {Topic} was lost")]
    private static partial void SignalLost(ILogger logger, string topic, Exception e);
}
