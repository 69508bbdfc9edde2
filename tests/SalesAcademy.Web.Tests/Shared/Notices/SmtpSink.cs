using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace SalesAcademy.Web.Tests.Shared.Notices;

/// <summary>A real mail server on a port of its own that keeps what it is given; it can refuse receivers.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Task serving;

    public SmtpSink()
    {
        listener.Start();
        serving = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<(string[] To, MimeMessage Message)> Letters { get; } = [];

    public Func<string, bool> Refuses { get; set; } = _ => false;

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        await serving;
        closing.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
                _ = Talk(await listener.AcceptTcpClientAsync(closing.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Closed.
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var connection = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        await using var writer = new StreamWriter(stream, System.Text.Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        var to = new List<string>();
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            var refused = line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) && Refuses(line);
            if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) && !refused)
                to.Add(line["RCPT TO:<".Length..line.IndexOf('>', StringComparison.Ordinal)]);
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                Letters.Enqueue(([.. to], await Read(reader)));
                to.Clear();
            }

            await writer.WriteLineAsync(line switch
            {
                "QUIT" => "221 bye",
                "RSET" => "250 ok",
                _ when refused => "550 no such receiver",
                _ => "250 ok",
            });
            if (line == "QUIT")
                return;
        }
    }

    private static async Task<MimeMessage> Read(StreamReader reader)
    {
        using var bytes = new MemoryStream();
        while (await reader.ReadLineAsync() is { } line and not ".")
            bytes.Write(System.Text.Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
        bytes.Position = 0;
        return await MimeMessage.LoadAsync(bytes);
    }
}
