using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace SalesAcademy.Benchmarks.Load;

/// <summary>The live connection of a page, in SignalR's JSON protocol and nothing more.</summary>
internal sealed class Screen : IDisposable
{
    private const char End = '\u001e'; // ends each message
    private const string Handshake = """{"protocol":"json","version":1}""";
    private const string Changed = "{\"type\":1,\"target\":\"Changed\"";

    private readonly ClientWebSocket socket = new();
    private readonly byte[] bytes = new byte[1024];
    private readonly Channel<string> heard = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    public static async Task<Screen> Open(Uri address, string cookies)
    {
        var screen = new Screen();
        screen.socket.Options.SetRequestHeader("Cookie", cookies);
        await screen.socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/live" }.Uri, CancellationToken.None);
        await screen.Say(Handshake);
        _ = screen.Read();
        while (await screen.heard.Reader.ReadAsync() != "{}")
            continue;
        return screen;
    }

    public Task Say(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>Waits until something is said about a topic.</summary>
    public async Task Hear(string topic)
    {
        var wanted = $"{Changed},\"arguments\":[\"{topic}\"";
        while (!(await heard.Reader.ReadAsync()).StartsWith(wanted, StringComparison.Ordinal))
            continue;
    }

    public void Dispose() => socket.Dispose();

    // Reads on whatever else is done, as a browser does: who leaves the server's pings unanswered is let go.
    private async Task Read()
    {
        try
        {
            for (var rest = ""; await socket.ReceiveAsync(bytes.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part;)
            {
                var messages = (rest + Encoding.UTF8.GetString(bytes, 0, part.Count)).Split(End);
                rest = messages[^1];
                foreach (var message in messages[..^1])
                    heard.Writer.TryWrite(message);
            }

            heard.Writer.TryComplete();
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            heard.Writer.TryComplete(e);
        }
    }
}
