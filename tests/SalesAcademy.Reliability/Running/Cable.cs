using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SalesAcademy.Running;

/// <summary>A cable between browsers and nodes that can be cut: every connection through it ends at once, and for a while none is let through.</summary>
internal sealed class Cable : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, byte> open = [];
    private readonly IReadOnlyList<int> nodes;
    private long deadUntil;
    private int turn;

    /// <param name="nodes">The ports behind it, taken in turn; one that does not answer is left out.</param>
    public Cable(params IReadOnlyList<int> nodes)
    {
        this.nodes = nodes;
        listener.Start();
        _ = Accept();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>How many connections came, and when: what a server that comes back is met by.</summary>
    public ConcurrentQueue<long> Came { get; } = [];

    public void Cut(TimeSpan dead)
    {
        Interlocked.Exchange(ref deadUntil, Environment.TickCount64 + (long)dead.TotalMilliseconds);
        foreach (var socket in open.Keys)
            End(socket);
    }

    public void Dispose()
    {
        listener.Dispose();
        foreach (var socket in open.Keys)
            End(socket);
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Join(await listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The cable is taken away.
        }
    }

    private async Task Join(Socket near)
    {
        open[near] = 0;
        Came.Enqueue(Environment.TickCount64);
        if (Environment.TickCount64 < Interlocked.Read(ref deadUntil) || await Reach() is not { } far)
        {
            End(near);
            return;
        }

        open[far] = 0;
        near.NoDelay = far.NoDelay = true;
        await Task.WhenAny(Carry(near, far), Carry(far, near));
        End(near);
        End(far);
    }

    private async Task<Socket?> Reach()
    {
        for (var tries = 0; tries < nodes.Count; tries++)
        {
            var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await far.ConnectAsync(IPAddress.Loopback, nodes[Interlocked.Increment(ref turn) % nodes.Count]);
                return far;
            }
            catch (SocketException)
            {
                far.Dispose();
            }
        }

        return null;
    }

    private static async Task Carry(Socket from, Socket to)
    {
        var bytes = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(bytes) is > 0 and var read)
                for (var sent = 0; sent < read;)
                    sent += await to.SendAsync(bytes.AsMemory(sent, read - sent));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One end is gone, and so is the other.
        }
    }

    // Reset, not closed: as a line that breaks.
    private void End(Socket socket)
    {
        open.TryRemove(socket, out _);
        socket.Close(0);
    }
}
