using System.Diagnostics;
using SalesAcademy.Reliability.Learning;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>SIGTERM while the requests of eight people wait for a slow disk: all are answered, then the process ends with 0.</summary>
internal static class StopCase
{
    private static readonly TimeSpan SoonStopped = TimeSpan.FromSeconds(10);

    public static async Task<Verdict> Run(Supplies supplies)
    {
        using var learners = await Class.Enter(supplies);
        using var server = await learners.Serve();
        await learners.SignIn();
        var work = learners.Work(CancellationToken.None);
        await learners.Acknowledged(100);
        // Whoever holds the file for a moment makes sure that the server has everybody's request and cannot answer it yet.
        var held = await WriteLock.Take(learners.AcademyFile);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var (signalled, before) = (Stopwatch.GetTimestamp(), learners.Log.Count);
        var stopping = server.Stop();
        await Task.Delay(TimeSpan.FromSeconds(1));
        await held.DisposeAsync();
        var code = await stopping;
        var took = Stopwatch.GetElapsedTime(signalled);
        await work;
        var answered = learners.Heard.Count(heard => heard.Sent < signalled && heard.Came > signalled);
        var log = new FileInfo($"{learners.AcademyFile}-wal");
        var faults = learners.Learners.Where(learner => learner.UnansweredSince < signalled).Select(_ => "a request from before the signal was never answered").ToList();
        if (answered < Class.Size)
            faults.Add($"only {answered} requests were under way at the signal");
        if (code != 0)
            faults.Add($"exit code {code}: {server.Said}");
        if (took > SoonStopped && !Machine.IsBusy)
            faults.Add($"it took {took.TotalSeconds:0.0} s");
        if (log is { Exists: true, Length: > 0 })
            faults.Add($"{log.Length} bytes were left in the write-ahead log");
        faults.AddRange(learners.Surprises);
        faults.AddRange((await learners.Judge()).Faults);
        return Verdict.From(faults, $"{learners.Log.Count} acknowledged, {learners.Log.Count - before} of them after the signal, {answered} under way then, stopped in {took.TotalSeconds:0.0} s with {code}{Machine.Note}");
    }
}
