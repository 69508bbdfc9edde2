using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Tests.Coaching;

/// <summary>Over real sockets on Kestrel: what a page hears, and what it must not.</summary>
public sealed class WatchingTheLiveBoardTests
{
    [Fact]
    public async Task Notes_sent_around_a_lost_line_arrive_once_and_in_order()
    {
        await using var floor = await Floor.Open(kestrel: true);
        await using var ana = await floor.Connect(floor.Ana);
        var shown = new List<string>();
        var last = 0L;

        for (var i = 1; i <= 3; i++)
            await floor.Send(floor.Mei, floor.Ana, $"note-{i};");
        await Eventually.Holds(() => ana.Count("notes") > 0, "a signal");
        await Fetch();
        await ana.Connection.StopAsync(TestContext.Current.CancellationToken);
        for (var i = 4; i <= 6; i++)
            await floor.Send(floor.Mei, floor.Ana, $"note-{i};");
        await ana.Connection.StartAsync(TestContext.Current.CancellationToken);
        await Fetch(); // as every page does after a connect
        var heard = ana.Count("notes");
        await floor.Send(floor.Mei, floor.Ana, "note-7;");
        await Eventually.Holds(() => ana.Count("notes") > heard, "a signal after the reconnect");
        await Fetch();

        Assert.Equal(Enumerable.Range(1, 7).Select(i => $"note-{i};"), shown);

        async Task Fetch()
        {
            var page = await ana.Http.GetStringAsync($"/coaching/notes/since/{last}?lesson={floor.LessonKey}", TestContext.Current.CancellationToken);
            shown.AddRange(System.Text.RegularExpressions.Regex.Matches(page, "note-\\d;").Select(m => m.Value));
            last = Floor.Last(page);
        }
    }

    [Fact]
    public async Task Strangers_and_foreign_pages_get_no_line()
    {
        await using var floor = await Floor.Open(kestrel: true);
        await using var stranger = new HubConnectionBuilder().WithUrl(new Uri(floor.App.ClientOptions.BaseAddress, "/live")).Build();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => stranger.StartAsync(TestContext.Current.CancellationToken));

        var (http, cookies) = await floor.SignIn(floor.Ana);
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = cookies;
        socket.Options.SetRequestHeader("Origin", "http://evil.example");
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new UriBuilder(http.BaseAddress!) { Scheme = "ws", Path = "/live" }.Uri, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task The_board_shows_where_people_are_until_they_leave()
    {
        await using var floor = await Floor.Open(kestrel: true);
        await using var mei = await floor.Connect(floor.Mei);
        await using (var ana = await floor.Connect(floor.Ana))
        {
            await ana.Connection.SendAsync("Here", $"lesson:{floor.LessonKey}#{floor.Passage.Id}", TestContext.Current.CancellationToken);

            await Eventually.Holds(() => mei.Count("board") > 0, "a signal to the board");
            var board = WebUtility.HtmlDecode(await mei.Http.GetStringAsync($"/coaching/board/{floor.Ana}", TestContext.Current.CancellationToken));
            Assert.Contains(floor.Lesson.Text.English!.Title, board, StringComparison.Ordinal);
            Assert.Contains(floor.Passage.Text, board, StringComparison.Ordinal);
            Assert.Contains("1 here", board, StringComparison.Ordinal);
        }

        await Eventually.Holds(async () =>
        {
            floor.App.Time.Advance(TimeSpan.FromSeconds(1));
            return (await mei.Http.GetStringAsync("/coaching/board", TestContext.Current.CancellationToken)).Contains("0 here", StringComparison.Ordinal);
        }, "offline");
    }

    [Fact]
    public async Task A_page_without_a_sign_of_life_for_a_minute_is_offline()
    {
        await using var floor = await Floor.Open(kestrel: true);
        await using var ana = await floor.Connect(floor.Ana);
        await ana.Connection.InvokeAsync("Here", "page:/", TestContext.Current.CancellationToken);
        await Eventually.Holds(async () => await Presence(floor, floor.Ana) is { Connections: 1 }, "present");
        var person = new BoardPerson(floor.Ana, "Ana", await Presence(floor, floor.Ana), 0, 0, 0, null, HasHold: false, null, floor.App.Clock.Now);

        Assert.True(person.IsHere);
        Assert.False((person with { Now = person.Now.AddSeconds(60) }).IsHere);
        floor.App.Time.Advance(TimeSpan.FromSeconds(20));
        await Eventually.Holds(async () => (await Presence(floor, floor.Ana))!.SeenAt == floor.App.Clock.Now, "the beat");
    }

    [Fact]
    public async Task A_flood_of_places_is_dropped_and_written_at_most_once_a_second()
    {
        await using var floor = await Floor.Open(kestrel: true);
        await using var ana = await floor.Connect(floor.Ana);
        await using var mei = await floor.Connect(floor.Mei);

        for (var i = 0; i < 200; i++)
            await ana.Connection.InvokeAsync("Here", $"page:/flood/{i}", TestContext.Current.CancellationToken);
        await Eventually.Holds(async () => await Presence(floor, floor.Ana) is not null, "written");
        await Eventually.Quiet(TimeSpan.FromMilliseconds(300));

        // The clock stands still: one write now, one waiting for the next second, five moves believed.
        Assert.Equal("page:/flood/0", (await Presence(floor, floor.Ana))!.Place);
        Assert.InRange(mei.Count("board"), 1, 1);
        floor.App.Time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.Holds(async () => (await Presence(floor, floor.Ana))!.Place == "page:/flood/4", "the newest believed");
        await Assert.ThrowsAnyAsync<Exception>(() => ana.Connection.InvokeAsync("Here", new string('x', 201), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Frames_reach_only_whom_they_concern()
    {
        await using var floor = await Floor.Open(kestrel: true);
        await using var ana = await floor.Connect(floor.Ana);
        await using var bo = await floor.Connect(floor.Bo);
        await using var max = await floor.Connect(floor.Max);

        await floor.Send(floor.Mei, floor.Ana, "For Ana.");
        await Eventually.Holds(() => ana.Count("notes") == 1, "Ana's signal");

        Assert.Equal((0, 0), (bo.Count("notes"), max.Count("notes")));
        Assert.Equal((0, 0), (bo.Count("board"), max.Count("board")));
        await Assert.ThrowsAsync<HubException>(() => bo.Connection.InvokeAsync("JoinGroup", BoardPush.GroupOf(floor.East), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<HubException>(() => bo.Connection.InvokeAsync("Here", "page:/", floor.Ana, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_manager_who_no_longer_answers_for_a_team_hears_nothing_of_it_within_five_seconds()
    {
        await using var floor = await Floor.Open(kestrel: true);
        await using var mei = await floor.Connect(floor.Mei);
        await floor.Send(floor.Mei, floor.Ana, "Before.");
        await Eventually.Holds(() => mei.Count("board") > 0, "a signal while in charge");

        await floor.App.Ledger.Run<Done>(floor.App.Clock.Act(), async entry =>
        {
            entry.Db.Remove((await entry.Db.FindAsync<TeamManagerRow>(floor.East, floor.Mei))!);
            entry.Record(new ManagementChanged(floor.Mei, floor.East, Manages: false));
            return Done.Value;
        }, TestContext.Current.CancellationToken);
        await Eventually.Holds(() => mei.Connection.State == HubConnectionState.Disconnected, "the old line ends", seconds: 5);
        await mei.Connection.StartAsync(TestContext.Current.CancellationToken);
        var heard = mei.Count("board");
        floor.App.Time.Advance(TimeSpan.FromSeconds(5));
        var attempt = await floor.StartExam(floor.Ana);
        await floor.Grade(floor.Ana, attempt);
        await Eventually.Quiet(TimeSpan.FromMilliseconds(500));

        Assert.Equal(heard, mei.Count("board"));
        Assert.Equal(HttpStatusCode.NotFound, (await mei.Http.GetAsync($"/coaching/board/{floor.Ana}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_note_held_in_an_examination_sends_no_frame_to_the_one_who_sits_it()
    {
        await using var floor = await Floor.Open(kestrel: true);
        await using var ana = await floor.Connect(floor.Ana);
        var attempt = await floor.StartExam(floor.Ana);

        await floor.Send(floor.Mei, floor.Ana, "Later.");
        await Eventually.Quiet(TimeSpan.FromMilliseconds(500));
        Assert.Equal(0, ana.Count("notes"));
        await floor.Grade(floor.Ana, attempt);

        await Eventually.Holds(() => ana.Count("notes") == 1, "released");
    }

    private static async Task<PresenceRow?> Presence(Floor floor, Guid person)
    {
        await using var db = floor.App.Read();
        return await db.Set<PresenceRow>().SingleOrDefaultAsync(p => p.Person == person, TestContext.Current.CancellationToken);
    }
}
