using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace SalesAcademy.Benchmarks.Load;

/// <summary>One kept-alive connection that sends bytes and reads the answer to its last byte, with as little work as can be.</summary>
internal sealed class Line(Uri address) : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[256 * 1024];

    public Task Open() => socket.ConnectAsync(IPAddress.Parse(address.Host), address.Port);

    /// <summary>The answer, head and body; good until the next sending.</summary>
    public async Task<ReadOnlyMemory<byte>> Send(byte[] request)
    {
        await socket.SendAsync(request);
        var read = 0;
        while (!IsWhole(buffer.AsSpan(0, read)))
        {
            if (read == buffer.Length)
                Array.Resize(ref buffer, read * 2);
            var more = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (more == 0)
                throw new InvalidOperationException("The server closed the connection.");
            read += more;
        }

        return buffer.AsMemory(0, read);
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        var length = answer[..head].IndexOf("\r\nContent-Length: "u8);
        if (length < 0)
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        return Utf8Parser.TryParse(answer[(length + "\r\nContent-Length: ".Length)..], out int body, out _) && answer.Length >= head + 4 + body;
    }
}
