using System.Diagnostics;
using SalesAcademy.Reliability.Learning;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>SIGTERM while eight people answer: what was asked before is answered, then the process ends with 0.</summary>
internal static class StopCase
{
    // A request handed to the kernel in the very moment of the signal may not have been read by anybody.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    public static async Task<Verdict> Run(Builds builds)
    {
        using var learners = await Class.Enter(builds.Product);
        using var server = await learners.Serve();
        await learners.SignIn();
        var work = learners.Work(CancellationToken.None);
        await learners.Acknowledged(100);
        var signalled = Stopwatch.GetTimestamp();
        var code = await server.Stop();
        var took = Stopwatch.GetElapsedTime(signalled);
        await work;
        var faults = new List<string>();
        if (code != 0)
            faults.Add($"exit code {code}: {server.Said}");
        if (took > TimeSpan.FromSeconds(10) && !Machine.IsBusy)
            faults.Add($"it took {took.TotalSeconds:0.0} s");
        faults.AddRange(learners.Learners.Where(l => l.UnansweredSince is { } sent && Stopwatch.GetElapsedTime(sent, signalled) > Margin).Select(_ => "a request from before the signal was never answered"));
        faults.AddRange((await learners.Judge()).Faults);
        return Verdict.From(faults, $"{learners.Log.Count} acknowledged, stopped in {took.TotalSeconds:0.0} s with {code}{Machine.Note}");
    }
}
