using System.Collections.Concurrent;

namespace SalesAcademy.Content.Markup;

/// <summary>Runs work that cannot be cancelled on a thread of its own and stops waiting for it when its time is up.</summary>
internal static class Deadline
{
    // Those that were in time wait for more: forty thousand files are not worth as many threads.
    private static readonly ConcurrentBag<Worker> Idle = [];

    /// <summary>False when the work was abandoned; the thread then ends by itself, at lowest priority.</summary>
    public static bool Run(TimeSpan limit, Action work, CancellationToken cancellation)
    {
        var worker = Idle.TryTake(out var known) ? known : new Worker();
        var isInTime = false;
        try
        {
            isInTime = worker.Run(work, limit, cancellation);
        }
        finally
        {
            if (isInTime)
                Idle.Add(worker);
            else
                worker.Dispose();
        }
        return isInTime;
    }

    private sealed class Worker : IDisposable
    {
        // Recursion over nested quotes needs room; Markdig refuses more than 128 levels.
        private const int StackBytes = 4 * 1024 * 1024;

        private readonly Thread thread;
        private readonly SemaphoreSlim given = new(0), done = new(0);
        private volatile Action? work;
        private Exception? failure;

        public Worker()
        {
            thread = new Thread(Work, StackBytes) { IsBackground = true, Name = "content" };
            thread.UnsafeStart(); // it serves many, so it takes nothing over from the first
        }

        public bool Run(Action next, TimeSpan limit, CancellationToken cancellation)
        {
            (work, failure) = (next, null);
            given.Release();
            if (!done.Wait(limit, cancellation))
                return false;
            return failure is { } problem ? throw new InvalidOperationException("A text could not be compiled", problem) : true;
        }

        /// <summary>It ends when it has done what it does now.</summary>
        public void Dispose()
        {
            thread.Priority = ThreadPriority.Lowest;
            work = null;
            given.Release();
        }

        private void Work()
        {
            for (given.Wait(); work is { } next; given.Wait())
            {
                try
                {
                    next();
                }
                catch (Exception problem) // carried to the caller's thread
                {
                    failure = problem;
                }
                done.Release();
            }
            given.Dispose();
            done.Dispose();
        }
    }
}
