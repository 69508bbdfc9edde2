using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesAcademy.Reliability.Learning;

/// <summary>What the kernel saw of the write-ahead log: when commits were written to it, and when it was synced.</summary>
internal sealed partial class SyncTrace
{
    // strace rounds to microseconds.
    private const double Rounding = 5e-6;

    private readonly List<double> commits = [];
    private readonly List<(double Began, double Ended)> syncs = [];

    /// <param name="lines">Of strace -ttt -T -y -xx, each a whole call.</param>
    public SyncTrace(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (Sync().Match(line) is { Success: true } sync)
                syncs.Add((Number(sync, "at"), Number(sync, "at") + Number(sync, "took")));
            else if (FrameHeader().Match(line) is { Success: true } frame && frame.Groups["pages"].Value != @"\x00\x00\x00\x00")
                commits.Add(Number(frame, "at"));
        }

        commits.Sort();
    }

    /// <summary>strace, writing into files that begin with a path: one per thread, so that no call is told in two halves.</summary>
    public static string[] Command(string path) =>
        ["strace", "-ff", "--seccomp-bpf", "-qq", "-ttt", "-T", "-y", "-xx", "-s", "24", "-e", "trace=pwrite64,fdatasync,fsync", "-e", "signal=none", "-o", path];

    public int Commits => commits.Count;

    public int Syncs => syncs.Count;

    /// <summary>Commits that nothing synced before the next one was written.</summary>
    public int UnsyncedCommits => commits.Where((at, i) => !IsSynced(at, i + 1 < commits.Count ? commits[i + 1] : double.MaxValue)).Count();

    /// <summary>Whether a sync began and ended between two instants, in seconds since 1970.</summary>
    public bool IsSynced(double after, double before) => syncs.Exists(sync => sync.Began > after && sync.Ended < before + Rounding);

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    // strace -xx writes paths in hexadecimal as well: this is academy.db-wal.
    private const string Log = @"[^>]*\\x61\\x63\\x61\\x64\\x65\\x6d\\x79\\x2e\\x64\\x62\\x2d\\x77\\x61\\x6c";

    [GeneratedRegex(@"^(?<at>[\d.]+) (fdatasync|fsync)\(\d+<" + Log + @">\) += 0 <(?<took>[\d.]+)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sync();

    // A frame's header is 24 bytes; its second word is the size of the database when the frame ends a commit, else zero.
    [GeneratedRegex(@"^(?<at>[\d.]+) pwrite64\(\d+<" + Log + @">, ""(\\x[0-9a-f]{2}){4}(?<pages>(\\x[0-9a-f]{2}){4})(\\x[0-9a-f]{2}){16}"", 24, ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FrameHeader();
}
