namespace SalesAcademy.Web.Shared.Relay;

/// <summary>Wakes the relay's walks when events have been committed, here or as another node says; one that is told nothing still looks once a second.</summary>
internal sealed class TrunkSignal : IDisposable
{
    private Listener[] listeners = [];
    private long newest;

    /// <summary>Who tells the other nodes that this one has committed events up to a sequence.</summary>
    public Action<long>? Tell { get; set; }

    /// <summary>One more that is woken: what is committed from now on is told to it, also while it is busy.</summary>
    public Listener Listen()
    {
        var listener = new Listener();
        for (var before = listeners; Interlocked.CompareExchange(ref listeners, [.. before, listener], before) != before; before = listeners)
        {
            // Another has begun to listen in the same moment.
        }

        return listener;
    }

    public void Raise(long sequence)
    {
        if (sequence <= Interlocked.Exchange(ref newest, sequence))
            return;
        Wake();
        Tell?.Invoke(sequence);
    }

    public void Wake()
    {
        foreach (var listener in Volatile.Read(ref listeners))
            listener.Wake();
    }

    public void Dispose()
    {
        foreach (var listener in listeners)
            listener.Dispose();
    }

    /// <summary>The ear of one walk.</summary>
    public sealed class Listener : IDisposable
    {
        private readonly SemaphoreSlim raised = new(0, 1);

        public Task Wait(TimeSpan atMost, CancellationToken cancellation) => raised.WaitAsync(atMost, cancellation);

        public void Dispose() => raised.Dispose();

        internal void Wake()
        {
            try
            {
                raised.Release();
            }
            catch (SemaphoreFullException)
            {
                // It is already awake to come.
            }
        }
    }
}
