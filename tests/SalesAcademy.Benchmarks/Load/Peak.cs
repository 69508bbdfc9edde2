using System.Diagnostics;

namespace SalesAcademy.Benchmarks.Load;

/// <summary>The most memory this process held while something ran, in megabytes, looked at every 20 ms.</summary>
internal static class Peak
{
    public static async Task<(TimeSpan Took, long Megabytes)> Of(Func<Task> run)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var most = Environment.WorkingSet;
        using var end = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            try
            {
                while (await often.WaitForNextTickAsync(end.Token))
                    most = Math.Max(most, Environment.WorkingSet);
            }
            catch (OperationCanceledException)
            {
                // What was watched has ended.
            }
        });
        var started = Stopwatch.GetTimestamp();
        await run();
        var took = Stopwatch.GetElapsedTime(started);
        await end.CancelAsync();
        await watch;
        return (took, most / 1_000_000);
    }
}
