using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.SignalR;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Shared.Live;

/// <summary>The open connections of this node by person, so that lost rights end them: SignalR itself never asks again.</summary>
public sealed class LiveConnections(Limits limits)
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<string, LiveConnection>> open = [];
    private readonly ConcurrentDictionary<IPAddress, int> addresses = [];

    public int Count => open.Values.Sum(c => c.Count);

    public bool IsConnected(Guid person) => open.TryGetValue(person, out var own) && !own.IsEmpty;

    /// <summary>Ends every connection of a person; their browsers connect anew with the rights they have then, or not at all.</summary>
    public void End(Guid person)
    {
        if (open.TryGetValue(person, out var own))
            foreach (var connection in own.Values)
                connection.Context.Abort();
    }

    /// <summary>The sign-ins that connections were opened with.</summary>
    internal IReadOnlyList<string> Sessions => [.. open.Values.SelectMany(own => own.Values).Select(connection => connection.Session).OfType<string>().Distinct(StringComparer.Ordinal)];

    internal void EndThoseOf(IReadOnlySet<string> sessions)
    {
        foreach (var connection in open.Values.SelectMany(own => own.Values).Where(connection => connection.Session is { } session && sessions.Contains(session)))
            connection.Context.Abort();
    }

    /// <summary>Whether it may stay: nobody needs hundreds of pages, and no address needs thousands.</summary>
    internal bool Add(Guid person, LiveConnection connection)
    {
        var own = open.GetOrAdd(person, _ => []);
        if (own.Count >= limits.LivePerPerson || addresses.AddOrUpdate(connection.Address, 1, (_, count) => count + 1) > limits.LivePerAddress)
        {
            if (own.Count < limits.LivePerPerson)
                Leave(connection.Address);
            connection.Context.Abort();
            return false;
        }

        own[connection.Context.ConnectionId] = connection;
        return true;
    }

    internal void Remove(Guid person, HubCallerContext context)
    {
        if (open.TryGetValue(person, out var own) && own.TryRemove(context.ConnectionId, out var connection))
            Leave(connection.Address);
    }

    private void Leave(IPAddress address)
    {
        if (addresses.AddOrUpdate(address, 0, (_, count) => count - 1) <= 0)
            addresses.TryRemove(new(address, 0));
    }
}

/// <summary>One open page.</summary>
/// <param name="Session">The sign-in it was opened with, as SessionStore names it.</param>
/// <param name="Address">Where it comes from.</param>
internal sealed record LiveConnection(HubCallerContext Context, string? Session, IPAddress Address);
