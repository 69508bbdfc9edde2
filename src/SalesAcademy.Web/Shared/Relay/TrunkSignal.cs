namespace SalesAcademy.Web.Shared.Relay;

/// <summary>Wakes the relay when events have been committed, here or as another node says; one that is told nothing still looks once a second.</summary>
internal sealed class TrunkSignal : IDisposable
{
    private readonly SemaphoreSlim raised = new(0, 1);
    private long newest;

    /// <summary>Who tells the other nodes that this one has committed events up to a sequence.</summary>
    public Action<long>? Tell { get; set; }

    public void Raise(long sequence)
    {
        if (sequence <= Interlocked.Exchange(ref newest, sequence))
            return;
        Wake();
        Tell?.Invoke(sequence);
    }

    public void Wake()
    {
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
