using SalesAcademy.Web.Shared.Live;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>Tells the pages of those who take part that a session has changed; each fetches what it may see. A level is a row and no event, so the nodes tell each other.</summary>
internal sealed class SessionPush(ILive live)
{
    public const string Topic = "session";

    private long signals;

    public void Tell(IEnumerable<Guid> parties)
    {
        var signal = Interlocked.Increment(ref signals);
        foreach (var person in parties)
            live.Spread(LiveHub.GroupOf(person), Topic, signal);
    }
}
