using System.Diagnostics;
using SalesAcademy.Reliability.Learning;
using SalesAcademy.Reliability.Planted;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>
/// A killed process cannot show what a power cut takes, since the operating system still holds the pages. So the kernel is asked:
/// every commit must be synced before the next is written, and every answer acknowledged only after a sync that began
/// when it had been asked.
/// </summary>
internal static class SyncCase
{
    private const int Enough = 400;

    public static Task<Verdict> Run(Supplies supplies) => Traced(supplies, supplies.Product, found =>
        found is { UnsyncedCommits: 0, UnsyncedAnswers: 0, Commits: > 0, Answers: > Enough / 2 });

    /// <summary>The control: a build that leaves commits to the cache must be seen as one.</summary>
    public static Task<Verdict> RunFaulty(Supplies supplies) => Traced(supplies, Supplies.Faulty(FaultyAcademy.UnsyncedCommits), found =>
        found is { UnsyncedCommits: > 0, UnsyncedAnswers: > 0 });

    private static async Task<Verdict> Traced(Supplies supplies, Build build, Func<Found, bool> judge)
    {
        if (Shell.WhyNot(SyncTrace.Command("/dev/null")[0], [.. SyncTrace.Command("/dev/null")[1..], "true"]) is { } why)
            return Verdict.NotRun($"strace cannot trace here: {why}");
        using var learners = await Class.Enter(supplies, build);
        var file = Path.Combine(learners.Folder, "trace");
        using var server = await learners.Serve(SyncTrace.Command(file));
        await learners.SignIn();
        // One clock for both: strace writes wall time, the learners count ticks.
        var (wall, ticks) = ((DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds, Stopwatch.GetTimestamp());
        using var end = new CancellationTokenSource();
        var work = learners.Work(end.Token);
        await learners.Acknowledged(Enough);
        await end.CancelAsync();
        await work;
        await server.Stop();
        var trace = new SyncTrace(Directory.EnumerateFiles(learners.Folder, "trace.*").SelectMany(File.ReadLines));
        var answers = learners.Heard.Where(heard => heard.IsAcknowledged && heard.Page.EndsWith("/answers", StringComparison.Ordinal)).ToList();
        var found = new Found(answers.Count, answers.Count(answer => !trace.IsSynced(At(answer.Sent), At(answer.Came))), trace.Commits, trace.UnsyncedCommits);
        return new Verdict(judge(found), $"{found.Answers} answers acknowledged, {found.UnsyncedAnswers} of them without a sync; {found.Commits} commits, {found.UnsyncedCommits} of them without a sync; {trace.Syncs} syncs");

        double At(long stamp) => wall + Stopwatch.GetElapsedTime(ticks, stamp).TotalSeconds;
    }

    private sealed record Found(int Answers, int UnsyncedAnswers, int Commits, int UnsyncedCommits);
}
