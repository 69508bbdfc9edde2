namespace SalesAcademy.Web.Shared.Relay;

/// <summary>Wakes the relay when this node has committed events; a node that commits nothing still looks once a second.</summary>
internal sealed class TrunkSignal : IDisposable
{
    private readonly SemaphoreSlim raised = new(0, 1);
    private long newest;

    /// <summary>The newest sequence this node has committed.</summary>
    public long Newest => Interlocked.Read(ref newest);

    public void Raise(long sequence)
    {
        if (sequence <= Interlocked.Exchange(ref newest, sequence))
            return;
        try
        {
            raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // The relay is already awake to come.
        }
    }

    public Task Wait(TimeSpan atMost, CancellationToken cancellation) => raised.WaitAsync(atMost, cancellation);

    public void Dispose() => raised.Dispose();
}
