using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace SalesAcademy.Benchmarks.Bare;

/// <summary>The least that tells somebody's pages of something: the server puts each into the group of its person, as the product does.</summary>
[Authorize]
public sealed class BareHub : Hub
{
    private string Own => Context.User!.FindFirstValue(ClaimTypes.NameIdentifier)!; // the cookie carries it

    public override Task OnConnectedAsync() => Groups.AddToGroupAsync(Context.ConnectionId, Own);

    public Task Echo(string topic, long sequence) => Clients.Group(Own).SendAsync("Changed", topic, sequence);
}
