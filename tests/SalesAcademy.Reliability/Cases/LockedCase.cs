using System.Diagnostics;
using System.Net;
using SalesAcademy.Reliability.Learning;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>Another process holds the write locks of both files for eight seconds while eight people answer, one reads and one signs in.</summary>
internal static class LockedCase
{
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan FastPage = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan SoonBack = TimeSpan.FromSeconds(5);

    public static async Task<Verdict> Run(Supplies supplies)
    {
        using var learners = await Class.Enter(supplies);
        using var server = await learners.Serve();
        await learners.SignIn();
        using var end = new CancellationTokenSource();
        var work = learners.Work(end.Token);
        await learners.Acknowledged(100);
        var (pages, signIn) = await ReadWhileLocked(learners);
        var freed = Stopwatch.GetTimestamp();
        await Task.Delay(SoonBack);
        await end.CancelAsync();
        await work;
        var refused = learners.Heard.Count(heard => heard.Status == HttpStatusCode.ServiceUnavailable);
        var resumed = learners.Heard.Where(heard => heard.Came > freed && heard.IsAcknowledged).Select(heard => Stopwatch.GetElapsedTime(freed, heard.Came)).DefaultIfEmpty(TimeSpan.MaxValue).Min();
        var slowest = learners.Heard.Max(heard => heard.Took);
        var page = pages.Order().ElementAt(pages.Count * 99 / 100);
        var faults = learners.Surprises.ToList();
        if (signIn is not (HttpStatusCode.ServiceUnavailable, true, _))
            faults.Add($"signing in was answered {(int)signIn.Status}");
        if (refused == 0)
            faults.Add("nobody was refused, so nothing was locked");
        if (slowest > LongestWait && !Machine.IsBusy)
            faults.Add($"somebody waited {slowest.TotalSeconds:0.0} s");
        if (page > FastPage && !Machine.IsBusy)
            faults.Add($"pages took {page.TotalMilliseconds:0} ms meanwhile");
        if (resumed > SoonBack)
            faults.Add("saving did not resume");
        if (!await server.Answers("/readyz"))
            faults.Add("the server is not ready although the lock is free");
        faults.AddRange((await learners.Judge()).Faults);
        return Verdict.From(faults, $"{learners.Log.Count} acknowledged, {refused} answered 503, longest wait {slowest.TotalSeconds:0.0} s and to sign in {signIn.Took.TotalSeconds:0.0} s, {pages.Count} pages meanwhile p99 {page.TotalMilliseconds:0} ms, resumed after {resumed.TotalMilliseconds:0} ms{Machine.Note}");
    }

    private static async Task<(IReadOnlyList<TimeSpan> Pages, (HttpStatusCode Status, bool RetryAfter, TimeSpan Took) SignIn)> ReadWhileLocked(Class learners)
    {
        await using var academy = await WriteLock.Take(learners.AcademyFile);
        await using var signIns = await WriteLock.Take(learners.SignInFile);
        var signIn = Visitor.TrySignIn(learners.Address, 0);
        var pages = new List<TimeSpan>();
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Held || !signIn.IsCompleted; await Task.Delay(20))
        {
            var asked = Stopwatch.GetTimestamp();
            using var page = await learners.Learners[0].Visitor.Get("/courses/discovery");
            page.EnsureSuccessStatusCode();
            pages.Add(Stopwatch.GetElapsedTime(asked));
        }

        return (pages, await signIn);
    }
}
