using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Coaching;

/// <summary>A lesson page without a screen. It does what the page's script does: keeps its line open, fetches after every connect and every signal, and shows each note once.</summary>
internal sealed partial class Reader(Uri address, Visitor visitor, Team team) : IAsyncDisposable
{
    private const char End = '\u001e'; // ends each message of SignalR's JSON protocol
    private static readonly byte[] Handshake = Encoding.UTF8.GetBytes($$"""{"protocol":"json","version":1}{{End}}""");
    private static readonly byte[] Ping = Encoding.UTF8.GetBytes($$"""{"type":6}{{End}}""");

    private readonly CancellationTokenSource end = new();
    private readonly SemaphoreSlim told = new(0);
    private Task open = Task.CompletedTask;
    private Task fetching = Task.CompletedTask;
    private long last;

    /// <summary>The numbers of the notes as they came on the screen.</summary>
    public ConcurrentQueue<int> Shown { get; } = [];

    /// <summary>When each came.</summary>
    public ConcurrentDictionary<int, long> At { get; } = [];

    /// <summary>How often it was told that there are notes.</summary>
    public int Signals => Volatile.Read(ref signals);

    public bool IsConnected => Volatile.Read(ref connectedSince) > 0;

    /// <summary>Since when the line has been open, by the machine's ticks; 0 while it is not.</summary>
    public long ConnectedSince => Volatile.Read(ref connectedSince);

    private long connectedSince;
    private int signals;

    public void Open()
    {
        open = Keep();
        fetching = Fetch();
    }

    public async Task<bool> HasShown(int number, TimeSpan atMost)
    {
        // Between two looks, shorter than what is measured: the note comes from another process.
        for (var until = Environment.TickCount64 + atMost.TotalMilliseconds; Environment.TickCount64 < until; await Task.Delay(5))
            if (At.ContainsKey(number))
                return true;
        return At.ContainsKey(number);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(open, fetching).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        visitor.Dispose();
    }

    // The waits of line.js, by chance like there: a thousand pages must not come back in one moment.
    private async Task Keep()
    {
        for (var tries = -1; !end.IsCancellationRequested; tries++)
        {
            if (tries >= 0)
                await Task.Delay(tries == 0 ? Random.Shared.Next(2000) : (int)(Math.Min(8000, 2000 << Math.Min(tries, 3)) * (0.5 + Random.Shared.NextDouble())), end.Token);
            try
            {
                if (await Listen())
                    tries = -1;
                if (tries == -1) // closed by the server: as line.js, spread over two seconds
                    await Task.Delay(Random.Shared.Next(2000), end.Token);
            }
            catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException)
            {
                // The next try is due.
            }
            finally
            {
                Volatile.Write(ref connectedSince, 0);
            }
        }
    }

    // Whether the line was open for a while.
    private async Task<bool> Listen()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", visitor.Cookies);
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/live" }.Uri, end.Token);
        await socket.SendAsync(Handshake, WebSocketMessageType.Text, endOfMessage: true, end.Token);
        var bytes = new byte[8 * 1024];
        try
        {
            while (await socket.ReceiveAsync(bytes, end.Token) is { MessageType: not WebSocketMessageType.Close } part)
            {
                var said = Encoding.UTF8.GetString(bytes, 0, part.Count);
                if (said.StartsWith("{}", StringComparison.Ordinal))
                    Volatile.Write(ref connectedSince, Environment.TickCount64);
                if (said.Contains("\"notes\"", StringComparison.Ordinal))
                    Interlocked.Increment(ref signals);
                if (said.StartsWith("{}", StringComparison.Ordinal) || said.Contains("\"notes\"", StringComparison.Ordinal))
                    told.Release();
                if (said.Contains("\"type\":6", StringComparison.Ordinal))
                    await socket.SendAsync(Ping, WebSocketMessageType.Text, endOfMessage: true, end.Token);
            }
        }
        catch (WebSocketException)
        {
            // Cut.
        }

        return IsConnected;
    }

    // What cannot be fetched is tried again, later each time, as the page does.
    private async Task Fetch()
    {
        var (tries, wait) = (0, Timeout.Infinite);
        while (true)
        {
            await told.WaitAsync(wait, end.Token);
            tries = await TryFetch() ? 0 : tries + 1;
            wait = tries == 0 ? Timeout.Infinite : (int)(Math.Min(1000 << Math.Min(tries - 1, 5), 30000) * (0.5 + Random.Shared.NextDouble()));
        }
    }

    private async Task<bool> TryFetch()
    {
        try
        {
            using var answer = await visitor.Get($"/coaching/notes/since/{last}?lesson={team.Course}/{team.Lesson}", end.Token);
            if (!answer.IsSuccessStatusCode)
                return false;
            var page = await answer.Content.ReadAsStringAsync(end.Token);
            var now = Environment.TickCount64;
            foreach (var number in Note().Matches(page).Select(match => int.Parse(match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture)))
            {
                Shown.Enqueue(number);
                At.TryAdd(number, now);
            }

            last = long.Parse(Last().Match(page).Groups["last"].Value, System.Globalization.CultureInfo.InvariantCulture);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or SocketException)
        {
            return false; // the line broke under it
        }
    }

    [GeneratedRegex("note-(?<number>\\d+)-end", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Note();

    [GeneratedRegex("data-last=\"(?<last>\\d+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Last();
}
