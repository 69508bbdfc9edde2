using System.Text;

namespace SalesAcademy.Benchmarks.Load;

/// <summary>A line that sends one prepared request again and again.</summary>
internal sealed class Connection(Uri address, Asking asking) : IDisposable
{
    private readonly Line line = new(address);

    public Task Open() => line.Open();

    /// <exception cref="InvalidOperationException">The answer is not 200; with its first line.</exception>
    public async Task Ask()
    {
        asking.Next();
        var answer = await line.Send(asking.Bytes);
        if (!answer.Span.StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException($"The answer was: {Encoding.ASCII.GetString(answer.Span[..Math.Min(answer.Length, 200)])}");
    }

    public void Dispose() => line.Dispose();
}
