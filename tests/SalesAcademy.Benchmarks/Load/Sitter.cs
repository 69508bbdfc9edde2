using System.Diagnostics;
using System.Text;

namespace SalesAcademy.Benchmarks.Load;

/// <summary>Somebody at a browser who makes one request after the other; a redirect is told, not followed.</summary>
internal sealed class Sitter(Uri address, string cookies, string token) : IDisposable
{
    private readonly Line line = new(address);

    /// <summary>How long each saving of an answer took, in milliseconds.</summary>
    public List<double> Saves { get; } = [];

    public Task Open() => line.Open();

    public Task<string> Get(string page) => Send($"GET {page} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/html\r\nCookie: {cookies}\r\n\r\n");

    public Task<string> Post(string page, string body = "", string accept = "text/html") => Send(
        $"POST {page} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: {accept}\r\nCookie: {cookies}\r\nRequestVerificationToken: {token}\r\n"
        + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    /// <summary>Saves an answer and remembers how long it took.</summary>
    public async Task Save(string page, string body)
    {
        var asked = Stopwatch.GetTimestamp();
        await Post(page, body, "application/json");
        Saves.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
    }

    public void Dispose() => line.Dispose();

    // The address of a redirect, or nothing.
    private async Task<string> Send(string request)
    {
        var answer = await line.Send(Encoding.ASCII.GetBytes(request));
        var head = Encoding.ASCII.GetString(answer.Span[..answer.Span.IndexOf("\r\n\r\n"u8)]);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && !head.StartsWith("HTTP/1.1 302", StringComparison.Ordinal))
            throw new InvalidOperationException($"{request[..request.IndexOf('\r', StringComparison.Ordinal)]} was answered: {head}");
        const string location = "\r\nLocation: ";
        var at = head.IndexOf(location, StringComparison.Ordinal);
        return at < 0 ? "" : head[(at + location.Length)..].Split('\r')[0];
    }
}
