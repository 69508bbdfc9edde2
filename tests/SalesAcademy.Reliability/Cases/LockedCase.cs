using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using SalesAcademy.Reliability.Learning;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>Another process holds the write lock for eight seconds while eight people answer and one reads.</summary>
internal static class LockedCase
{
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan FastPage = TimeSpan.FromMilliseconds(300);

    public static async Task<Verdict> Run(Builds builds)
    {
        using var learners = await Class.Enter(builds.Product);
        using var server = await learners.Serve();
        await learners.SignIn();
        using var end = new CancellationTokenSource();
        var work = learners.Work(end.Token);
        await learners.Acknowledged(100);
        var pages = await HoldLock(learners);
        var freed = Stopwatch.GetTimestamp();
        await Task.Delay(2000);
        await end.CancelAsync();
        await work;
        var heard = learners.Learners.SelectMany(l => l.Heard).ToList();
        var resumed = heard.Where(h => h.Came > freed && h.Status == HttpStatusCode.OK).Select(h => Stopwatch.GetElapsedTime(freed, h.Came)).DefaultIfEmpty(TimeSpan.MaxValue).Min();
        var slowest = heard.Max(h => h.Took);
        var page = pages.Order().ElementAt(pages.Count * 99 / 100);
        var faults = heard.Where(h => (int)h.Status >= 500 && (h.Status != HttpStatusCode.ServiceUnavailable || !h.RetryAfter)).Select(h => $"{(int)h.Status} from {h.Page}").ToList();
        if (slowest > LongestWait && !Machine.IsBusy)
            faults.Add($"somebody waited {slowest.TotalSeconds:0.0} s");
        if (page > FastPage && !Machine.IsBusy)
            faults.Add($"pages took {page.TotalMilliseconds:0} ms meanwhile");
        if (resumed > TimeSpan.FromSeconds(5))
            faults.Add("saving did not resume");
        faults.AddRange((await learners.Judge()).Faults);
        return Verdict.From(faults, $"{heard.Count(h => h.Status == HttpStatusCode.ServiceUnavailable)} answered 503, longest wait {slowest.TotalSeconds:0.0} s, pages meanwhile p99 {page.TotalMilliseconds:0} ms, resumed after {resumed.TotalMilliseconds:0} ms{Machine.Note}");
    }

    private static async Task<IReadOnlyList<TimeSpan>> HoldLock(Class learners)
    {
        await using var other = new SqliteConnection($"Data Source={Path.Combine(learners.Data, "academy.db")};Pooling=False");
        await other.OpenAsync();
        await using var held = other.BeginTransaction(deferred: false);
        var pages = new List<TimeSpan>();
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Held; await Task.Delay(20))
        {
            var asked = Stopwatch.GetTimestamp();
            using var page = await learners.Learners[0].Visitor.Get("/courses/discovery");
            page.EnsureSuccessStatusCode();
            pages.Add(Stopwatch.GetElapsedTime(asked));
        }

        return pages;
    }
}
