namespace SalesAcademy.Content.Markup;

/// <summary>Runs work that cannot be cancelled on a thread of its own and stops waiting for it when its time is up.</summary>
internal static class Deadline
{
    // Recursion over nested quotes needs room; Markdig refuses more than 128 levels.
    private const int StackBytes = 4 * 1024 * 1024;

    /// <summary>False when the work was abandoned; the thread then ends by itself, at lowest priority.</summary>
    public static bool Run(TimeSpan limit, Action work, CancellationToken cancellation)
    {
        Exception? failure = null;
        using var done = new SemaphoreSlim(0);
        var thread = new Thread(
            () =>
            {
                try
                {
                    work();
                }
                catch (Exception problem) // carried to the caller's thread
                {
                    failure = problem;
                }
                try
                {
                    done.Release();
                }
                catch (ObjectDisposedException)
                {
                    // Nobody waits any more.
                }
            },
            StackBytes)
        { IsBackground = true, Name = "content" };
        thread.Start();
        if (!done.Wait(limit, cancellation))
        {
            thread.Priority = ThreadPriority.Lowest;
            return false;
        }
        return failure is null ? true : throw new InvalidOperationException("A text could not be compiled", failure);
    }
}
