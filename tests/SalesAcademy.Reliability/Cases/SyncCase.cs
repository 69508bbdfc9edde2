using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SalesAcademy.Reliability.Learning;

namespace SalesAcademy.Reliability.Cases;

/// <summary>
/// A killed process cannot show what a power cut takes, since the operating system still holds the pages. So the kernel is asked:
/// every acknowledgement must have a finished sync of the write-ahead log between its request and its answer, and there
/// must be no fewer syncs than commits.
/// </summary>
internal static partial class SyncCase
{
    public static Task<Verdict> Run(Builds builds) => Traced(builds.Product, trace =>
        new Verdict(trace is { Unsynced: 0, Acknowledged: > 100 } && trace.Syncs >= trace.Commits && trace.Commits > 0, trace.Figures));

    /// <summary>The control: a build that leaves commits to the cache must be seen as one.</summary>
    public static Task<Verdict> RunPlanted(Builds builds) => Traced(builds.Planted("PLANTED_SYNCHRONOUS_OFF"), trace =>
        new Verdict(trace.Unsynced > 0 && trace.Syncs < trace.Commits, $"{trace.Figures}: caught"));

    private static async Task<Verdict> Traced(string build, Func<Trace, Verdict> judge)
    {
        if (!File.Exists("/usr/bin/strace"))
            return Verdict.Skip("strace is not installed");
        using var learners = await Class.Enter(build);
        // One file per thread, so that no call is written in two halves.
        var file = Path.Combine(learners.Folder, "trace");
        string[] strace = ["strace", "-ff", "--seccomp-bpf", "-qq", "-ttt", "-T", "-y", "-xx", "-s", "24", "-e", "trace=pwrite64,fdatasync,fsync", "-e", "signal=none", "-o", file];
        using var server = await learners.Serve(strace);
        await learners.SignIn();
        var epoch = DateTime.UnixEpoch;
        // One clock for both: strace writes wall time, the learners count ticks.
        var (wall, ticks) = ((DateTime.UtcNow - epoch).TotalSeconds, Stopwatch.GetTimestamp());
        using var end = new CancellationTokenSource();
        var work = learners.Work(end.Token);
        await learners.Acknowledged(400);
        await end.CancelAsync();
        await work;
        await server.Stop();
        var saved = learners.Learners.SelectMany(learner => learner.Heard).Where(heard => heard.Status == HttpStatusCode.OK && heard.Page.EndsWith("/answers", StringComparison.Ordinal))
            .Select(heard => (At(heard.Sent), At(heard.Came))).ToList();
        return judge(Trace.Read(Directory.EnumerateFiles(learners.Folder, "trace.*").SelectMany(File.ReadLines), saved));

        double At(long stamp) => wall + Stopwatch.GetElapsedTime(ticks, stamp).TotalSeconds;
    }

    /// <summary>What the kernel saw of the write-ahead log.</summary>
    private sealed partial record Trace(int Commits, int Syncs, int Acknowledged, int Unsynced)
    {
        public string Figures => $"{Acknowledged} answers acknowledged, {Commits} commits, {Syncs} syncs, {Unsynced} acknowledged without a sync";

        public static Trace Read(IEnumerable<string> lines, List<(double Sent, double Came)> acknowledged)
        {
            var (commits, syncs) = (0, new List<(double Began, double Ended)>());
            foreach (var line in lines)
            {
                if (Sync().Match(line) is { Success: true } sync)
                    syncs.Add((Number(sync, "at"), Number(sync, "at") + Number(sync, "took")));
                else if (FrameHeader().Match(line) is { Success: true } frame && frame.Groups["pages"].Value != @"\x00\x00\x00\x00")
                    commits++;
            }

            var unsynced = acknowledged.Count(answer => !syncs.Any(sync => sync.Began > answer.Sent && sync.Ended < answer.Came));
            return new Trace(commits, syncs.Count, acknowledged.Count, unsynced);
        }

        private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

        // strace -xx writes paths in hexadecimal as well: this is academy.db-wal.
        private const string Log = @"[^>]*\\x61\\x63\\x61\\x64\\x65\\x6d\\x79\\x2e\\x64\\x62\\x2d\\x77\\x61\\x6c";

        [GeneratedRegex(@"^(?<at>[\d.]+) (fdatasync|fsync)\(\d+<" + Log + @">\) += 0 <(?<took>[\d.]+)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Sync();

        // A frame's header is 24 bytes; its second word is the size of the database when the frame ends a commit, else zero.
        [GeneratedRegex(@"pwrite64\(\d+<" + Log + @">, ""(\\x[0-9a-f]{2}){4}(?<pages>(\\x[0-9a-f]{2}){4})(\\x[0-9a-f]{2}){16}"", 24, ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex FrameHeader();
    }
}
