using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Shared.Live;

/// <summary>What the server tells a browser: that something changed, never what. The browser fetches its own fragment under its own rights.</summary>
public interface ILiveBrowser
{
    Task Changed(string topic, long sequence);

    /// <summary>This node stops: come back, but not all in the same moment.</summary>
    Task Leaving();
}

/// <summary>A room that takes part in the live connection.</summary>
public interface ILiveRoom
{
    /// <summary>Groups the server joins this person to when they connect.</summary>
    IEnumerable<string> GroupsOf(CurrentPerson person);

    /// <summary>The person opened a page, looks at another place of it, or (null) closed the connection.</summary>
    Task Moved(CurrentPerson person, string connection, string? place);
}

/// <summary>The one live connection of a page. Rights are read again at every call; groups are joined by the server only.</summary>
[Authorize]
[SuppressMessage("Design", "CA1515", Justification = "SignalR maps public hubs")]
public sealed class LiveHub(IPersonSource people, IEnumerable<ILiveRoom> rooms, LiveConnections connections, Limits limits, TimeProvider time) : Hub<ILiveBrowser>
{
    private const int LongestPlace = 200;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    public static string GroupOf(Guid person) => $"person:{person}";

    public override async Task OnConnectedAsync()
    {
        // Listed before the rights are read: whoever loses one from now on finds this connection to end.
        if (PersonMiddleware.IdOf(Context.User!) is not { } id || !connections.Add(id, new LiveConnection(Context, Session(), Address())))
        {
            Context.Abort();
            return;
        }

        if (await people.Find(id) is not { } person)
        {
            Context.Abort();
            return;
        }

        foreach (var group in rooms.SelectMany(room => room.GroupsOf(person)).Prepend(GroupOf(person.Id)))
            await Groups.AddToGroupAsync(Context.ConnectionId, group);
    }

    /// <summary>Says which place of which page the person looks at, such as lesson:discovery/opening#b3f9.</summary>
    public async Task Here(string place)
    {
        if (IsFlood() || place is not { Length: > 0 and <= LongestPlace } || place.Any(char.IsControl) || await Person() is not { } person)
        {
            Context.Abort();
            return;
        }

        foreach (var room in rooms)
            await room.Moved(person, Context.ConnectionId, place);
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (PersonMiddleware.IdOf(Context.User!) is not { } id)
            return;
        connections.Remove(id, Context);
        if (await people.Find(id) is { } person)
            foreach (var room in rooms)
                await room.Moved(person, Context.ConnectionId, place: null);
    }

    private ValueTask<CurrentPerson?> Person() => PersonMiddleware.IdOf(Context.User!) is { } id ? people.Find(id) : default;

    private string? Session() => Context.GetHttpContext()?.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.Items.TryGetValue(SessionStore.Own, out var own) == true ? own : null;

    private IPAddress Address() => Context.GetHttpContext()?.Connection.RemoteIpAddress ?? IPAddress.None;

    // A page moves a few times a second at most. What calls without end is no page.
    private bool IsFlood()
    {
        var now = time.GetUtcNow();
        var (since, calls) = Context.Items.TryGetValue(nameof(IsFlood), out var kept) && kept is ValueTuple<DateTimeOffset, int> window && now - window.Item1 < Window ? window : (now, 0);
        Context.Items[nameof(IsFlood)] = (since, calls + 1);
        return calls >= limits.LiveCallsPerTenSeconds;
    }
}
