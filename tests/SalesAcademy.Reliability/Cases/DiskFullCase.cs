using System.Diagnostics;
using System.Net;
using SalesAcademy.Reliability.Learning;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>The disk of the data folder fills up under eight people and is freed again, without a restart.</summary>
internal static class DiskFullCase
{
    private static readonly TimeSpan Full = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan SoonBack = TimeSpan.FromSeconds(5);

    public static async Task<Verdict> Run(Builds builds)
    {
        var disk = Directory.CreateTempSubdirectory("academy-disk-").FullName;
        try
        {
            Shell.Run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", disk);
        }
        catch (InvalidOperationException e)
        {
            Directory.Delete(disk);
            return Verdict.Skip($"a small disk cannot be mounted here: {e.Message.Split('\n')[^1]}");
        }

        try
        {
            return await Fill(builds.Product, disk);
        }
        finally
        {
            Shell.Run("umount", disk);
            Directory.Delete(disk);
        }
    }

    private static async Task<Verdict> Fill(string build, string disk)
    {
        using var learners = await Class.Enter(build, Path.Combine(disk, "data"));
        using var server = await learners.Serve();
        await learners.SignIn();
        using var end = new CancellationTokenSource();
        var work = learners.Work(end.Token);
        await learners.Acknowledged(100);
        var filler = Path.Combine(disk, "filler");
        Occupy(filler);
        var full = Stopwatch.GetTimestamp();
        await Task.Delay(Full);
        var faults = new List<string>();
        foreach (var page in (string[])["/courses/discovery", "/"])
            using (var answer = await learners.Learners[0].Visitor.Get(page))
                if (answer.StatusCode != HttpStatusCode.OK)
                    faults.Add($"{page} answered {(int)answer.StatusCode} on a full disk");
        if (!await server.Answers("/people/sign-in"))
            faults.Add("the sign-in page does not answer on a full disk");
        if (await server.Answers("/readyz"))
            faults.Add("the server calls itself ready on a full disk");
        File.Delete(filler);
        var freed = Stopwatch.GetTimestamp();
        await Task.Delay(SoonBack);
        await end.CancelAsync();
        await work;
        var heard = learners.Learners.SelectMany(l => l.Heard).ToList();
        var refused = heard.Where(h => (int)h.Status >= 500).ToList();
        var resumed = heard.Where(h => h.Came > freed && h.Status == HttpStatusCode.OK).Select(h => Stopwatch.GetElapsedTime(freed, h.Came)).DefaultIfEmpty(TimeSpan.MaxValue).Min();
        if (refused.Count == 0)
            faults.Add("nothing was refused, so the disk was never full");
        faults.AddRange(refused.Where(h => h.Status != HttpStatusCode.ServiceUnavailable || !h.RetryAfter).Select(h => $"{(int)h.Status} from {h.Page}"));
        if (resumed > SoonBack)
            faults.Add("saving did not resume by itself");
        if (!await server.Answers("/readyz"))
            faults.Add("the server is not ready although the disk is free again");
        var judge = await learners.Judge();
        faults.AddRange(judge.Faults);
        return Verdict.From(faults, $"{learners.Log.Count} acknowledged, {judge.Missing} of them false, {refused.Count} answered 503 in {Stopwatch.GetElapsedTime(full, freed).TotalSeconds:0} s, resumed after {resumed.TotalMilliseconds:0} ms");
    }

    private static void Occupy(string filler)
    {
        var block = new byte[64 * 1024];
        using var file = new FileStream(filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1);
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // Full, as intended.
        }
    }
}
