using System.Buffers;
using System.IO.Pipelines;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>
/// A file of known length that is made while it is read, from any place: what comes before that place is made as well and let go. So a download that
/// was cut goes on where it broke off, and nothing is kept anywhere for it. Whoever makes it must write the same bytes each time.
/// </summary>
internal sealed class MadeStream(long length, Func<PipeWriter, CancellationToken, Task> make) : Stream
{
    private readonly CancellationTokenSource stop = new();
    private readonly Pipe pipe = new();
    private Task? making;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => making is null;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => position; set => Seek(value, SeekOrigin.Begin); }

    public override long Seek(long offset, SeekOrigin origin)
    {
        if (making is not null)
            throw new InvalidOperationException("It is being read already.");
        return position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => position + offset, _ => length + offset };
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (making is null)
        {
            making = Make();
            await Skip(position, cancellationToken);
        }

        var ready = await pipe.Reader.ReadAsync(cancellationToken);
        var taken = (int)Math.Min(buffer.Length, ready.Buffer.Length);
        var some = ready.Buffer.Slice(0, taken);
        some.CopyTo(buffer.Span);
        pipe.Reader.AdvanceTo(some.End);
        position += taken;
        return taken;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    /// <summary>How long it becomes, found out by making it once for nobody.</summary>
    public static async Task<long> Measure(Func<PipeWriter, CancellationToken, Task> make, CancellationToken cancellation)
    {
        await using var all = new MadeStream(long.MaxValue, make);
        all.making = all.Make();
        return await all.Skip(long.MaxValue, cancellation);
    }

    public override async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested)
            return; // the framework lets go of it twice
        await stop.CancelAsync();
        await pipe.Reader.CompleteAsync();
        if (making is not null)
            await making;
        stop.Dispose();
        await base.DisposeAsync();
    }

    private async Task Make()
    {
        Exception? fault = null;
        try
        {
            await Task.Yield();
            await make(pipe.Writer, stop.Token);
        }
        catch (Exception e)
        {
            fault = e; // who reads is told
        }

        await pipe.Writer.CompleteAsync(fault);
    }

    /// <summary>Lets so many bytes go, or all there are; how many it were.</summary>
    private async Task<long> Skip(long bytes, CancellationToken cancellation)
    {
        var left = bytes;
        while (left > 0)
        {
            var ready = await pipe.Reader.ReadAsync(cancellation);
            var some = Math.Min(left, ready.Buffer.Length);
            pipe.Reader.AdvanceTo(ready.Buffer.GetPosition(some));
            left -= some;
            if (ready.IsCompleted && some == ready.Buffer.Length)
                break;
        }

        return bytes - left;
    }
}
