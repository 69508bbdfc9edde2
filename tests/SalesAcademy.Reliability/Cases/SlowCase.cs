using System.Net.Sockets;
using System.Text;
using SalesAcademy.Reliability.Coaching;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>A page stops reading: it is dropped, and nobody else waits.</summary>
internal static class SlowCase
{
    private const int Readers = 8;
    private const int Notes = 400;
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);

    public static async Task<Verdict> Run(Supplies supplies)
    {
        await using var lessons = await Lessons.Open(supplies.Product, Readers);
        using var deaf = await Deaf(lessons.Nodes[0].Address);
        var letGo = LetGo(deaf);
        var took = new List<double>();
        var faults = new List<string>();
        for (var i = 0; i < Notes; i++)
        {
            var reader = i % Readers;
            var (number, asked) = await lessons.Send(reader);
            if (await lessons.Readers[reader].HasShown(number, TimeSpan.FromSeconds(2)))
                took.Add(lessons.Readers[reader].At[number] - asked);
            else
                faults.Add($"note {number} was not shown within 2 s");
        }

        var dropped = await letGo;
        if (!await IsDropped(deaf))
            faults.Add("the page that reads nothing is still held");
        if (dropped > Promised + TimeSpan.FromSeconds(1) && !Machine.IsBusy)
            faults.Add($"it was held for {dropped.TotalSeconds:0.0} s");
        var p99 = took.Order().ElementAt(took.Count * 99 / 100);
        if (p99 >= 1000 && !Machine.IsBusy)
            faults.Add($"p99 of the others is {p99:0} ms");
        faults.AddRange(await lessons.Judge());
        return Verdict.From(faults, $"{Notes} notes to others: p99 {p99:0} ms; the deaf page was let go after {dropped.TotalSeconds:0.0} s{Machine.Note}");
    }

    // Nothing is sent meanwhile: whatever comes from a page shows that it lives.
    private static async Task<TimeSpan> LetGo(Socket deaf)
    {
        var began = Environment.TickCount64;
        while (Environment.TickCount64 - began < LongestSilence.TotalMilliseconds && !deaf.Poll(0, SelectMode.SelectError))
            await Task.Delay(100); // between two looks: the other end is another process
        return TimeSpan.FromMilliseconds(Environment.TickCount64 - began);
    }

    // A line of the first reader that has said its handshake and reads nothing more.
    private static async Task<Socket> Deaf(Uri address)
    {
        using var visitor = await Visitor.SignIn(address, 1);
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 1024 };
        await socket.ConnectAsync(address.Host, address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET /live HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: {visitor.Cookies}\r\n\r\n"));
        var handshake = Encoding.UTF8.GetBytes("""{"protocol":"json","version":1}""" + '\u001e');
        await socket.SendAsync((byte[])[0x81, (byte)(0x80 | handshake.Length), 0, 0, 0, 0, .. handshake]); // one masked text frame, its mask all zeros
        return socket;
    }

    private static async Task<bool> IsDropped(Socket socket)
    {
        try
        {
            // An unsolicited pong is allowed at any time, and answered by a reset where nobody holds the other end.
            // The reset of the first comes back a moment later from another process, and only the next send tells of it: hence a wait between two sends.
            for (var tries = 0; tries < 3; tries++, await Task.Delay(200))
                socket.Send((byte[])[0x8A, 0x80, 0, 0, 0, 0]);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
