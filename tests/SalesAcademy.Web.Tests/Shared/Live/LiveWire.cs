using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Tests.Shared.Live;

/// <summary>The live connection of a signed-in page over a real socket and without a client library: all that comes is kept as it came, what nobody asked for as well.</summary>
internal sealed class LiveWire : IAsyncDisposable
{
    private const char End = '\u001e'; // ends each message of SignalR's JSON protocol

    private readonly ClientWebSocket socket = new();
    private readonly StringBuilder heard = new();
    private Task listening = Task.CompletedTask;

    public string Heard
    {
        get
        {
            lock (heard)
                return heard.ToString();
        }
    }

    /// <summary>Whether the server has ended it.</summary>
    public bool IsOver => listening.IsCompleted;

    /// <summary>Connects as the pages of this person do, to an app that serves on a port.</summary>
    public static async Task<LiveWire> Of(AcademyApp app, Guid person)
    {
        await HeardByRights(app);
        using var visitor = app.Visitor();
        var answer = await visitor.Submit("/people/sign-in", ("Email", $"{person:N}@example.com"), ("Password", AcademyApp.Password));
        var wire = new LiveWire();
        wire.socket.Options.SetRequestHeader("Cookie", answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("academy=", StringComparison.Ordinal)).Split(';')[0]);
        await wire.socket.ConnectAsync(new UriBuilder(app.ClientOptions.BaseAddress) { Scheme = "ws", Path = "/live" }.Uri, TestContext.Current.CancellationToken);
        wire.listening = wire.Listen();
        await wire.Say("""{"protocol":"json","version":1}""");
        await Eventually.Holds(() => wire.Heard.StartsWith($"{{}}{End}", StringComparison.Ordinal));
        return wire;
    }

    /// <summary>Waits until everybody's arrival has been heard: changed rights end live connections, also those made just after.</summary>
    public static async Task HeardByRights(AcademyApp app)
    {
        app.Time.Advance(TimeSpan.FromSeconds(3));
        var newest = (await app.Events())[^1].Sequence;
        await Eventually.Holds(() => app.Services.GetRequiredService<EventRelay>().HeardHere("rights") >= newest);
    }

    /// <summary>Says which place of which page is looked at.</summary>
    public Task Here(string place) => Say(JsonSerializer.Serialize(new { type = 1, target = "Here", arguments = (string[])[place] }));

    /// <summary>Waits for a signal about the topic.</summary>
    public Task Signalled(string topic) => Eventually.Holds(() => Heard.Contains($"\"Changed\",\"arguments\":[\"{topic}\"", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await listening;
        socket.Dispose();
    }

    private async Task Say(string message) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    private async Task Listen()
    {
        var bytes = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(bytes, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
                lock (heard)
                    heard.Append(Encoding.UTF8.GetString(bytes, 0, part.Count));
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException)
        {
            // The test is over, or the server has ended the line: what was heard stays.
        }
    }
}
