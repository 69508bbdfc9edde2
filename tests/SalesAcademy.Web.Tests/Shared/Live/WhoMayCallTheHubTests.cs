using System.Reflection;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Shared.Live;
using SalesAcademy.Web.Tests.Coaching;

namespace SalesAcademy.Web.Tests.Shared.Live;

/// <summary>Every method of the hub by every role: what it does for whom, and that nothing else can be called.</summary>
public sealed class WhoMayCallTheHubTests
{
    // A new method needs a row here before it may exist.
    private static readonly string[] Known = ["Here"];

    // What attackers would like to call, of SignalR itself and of other hubs.
    private static readonly string[] Wished = ["JoinGroup", "AddToGroupAsync", "AddToGroup", "OnConnectedAsync", "OnDisconnectedAsync", "Dispose", "Changed", "Leaving", "Subscribe", "Since", "GroupOf"];

    private static IEnumerable<string> Callable => typeof(LiveHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => method.GetBaseDefinition().DeclaringType == typeof(LiveHub)).Select(method => method.Name);

    public static TheoryData<Role> Roles => [Role.Rep, Role.Manager, Role.Hr, Role.Author, Role.SalesOps, Role.Admin, Role.Finance];

    [Fact]
    public void No_method_is_callable_that_is_not_in_the_table() => Assert.Equal(Known, Callable);

    [Theory, MemberData(nameof(Roles))]
    public async Task Each_role_says_where_it_is_itself_and_hears_nothing_of_others(Role role)
    {
        await using var floor = await Floor.Open(kestrel: true);
        var caller = await floor.App.Join("Kim Holt", role);
        await LiveWire.HeardByRights(floor.App);
        await using var line = await floor.Connect(caller);

        await line.Connection.InvokeAsync("Here", "page:/", TestContext.Current.CancellationToken);
        foreach (var method in Wished)
        {
            await Assert.ThrowsAsync<HubException>(() => line.Connection.InvokeAsync(method, BoardPush.GroupOf(floor.East), TestContext.Current.CancellationToken));
            await Assert.ThrowsAsync<HubException>(() => line.Connection.InvokeAsync(method, LiveHub.GroupOf(floor.Ana), 0L, TestContext.Current.CancellationToken));
        }

        // Another person's id is no argument of anything.
        await Assert.ThrowsAsync<HubException>(() => line.Connection.InvokeAsync("Here", "page:/", floor.Ana, TestContext.Current.CancellationToken));
        await floor.Send(floor.Mei, floor.Ana, "For Ana.");
        await Eventually.Quiet(TimeSpan.FromMilliseconds(500));

        Assert.Equal(HubConnectionState.Connected, line.Connection.State);
        Assert.Equal((0, 0, 0), (line.Count("notes"), line.Count("note-states"), line.Count("board")));
        var since = await (await line.Http.GetAsync("/coaching/notes/since/0", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("For Ana.", since, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_hears_the_board_of_the_own_team_only()
    {
        await using var floor = await Floor.Open(kestrel: true);
        await using var mei = await floor.Connect(floor.Mei);
        await using var max = await floor.Connect(floor.Max);

        await floor.Send(floor.Mei, floor.Ana, "For Ana.");

        await Eventually.Holds(() => mei.Count("board") > 0, "a signal to the own manager");
        await Eventually.Quiet(TimeSpan.FromMilliseconds(300));
        Assert.Equal(0, max.Count("board"));
    }
}
