using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Shared.Live;

/// <summary>The open connections of this node by person, so that lost rights end them: SignalR itself never asks again.</summary>
public sealed class LiveConnections(Limits limits)
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<string, HubCallerContext>> open = [];

    public int Count => open.Values.Sum(c => c.Count);

    public bool IsConnected(Guid person) => open.TryGetValue(person, out var own) && !own.IsEmpty;

    /// <summary>Ends every connection of a person; their browsers connect anew with the rights they have then, or not at all.</summary>
    public void End(Guid person)
    {
        if (open.TryGetValue(person, out var own))
            foreach (var connection in own.Values)
                connection.Abort();
    }

    internal bool Add(Guid person, HubCallerContext connection)
    {
        var own = open.GetOrAdd(person, _ => []);
        if (own.Count >= limits.LivePerPerson)
        {
            connection.Abort();
            return false;
        }

        own[connection.ConnectionId] = connection;
        return true;
    }

    internal void Remove(Guid person, HubCallerContext connection)
    {
        if (open.TryGetValue(person, out var own))
            own.TryRemove(connection.ConnectionId, out _);
    }
}
