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

    public static async Task<Verdict> Run(Supplies supplies)
    {
        var disk = Directory.CreateTempSubdirectory("academy-disk-").FullName;
        if (Shell.WhyNot("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", disk) is { } why)
        {
            Directory.Delete(disk);
            return Verdict.NotRun($"a small disk cannot be mounted here: {why}");
        }

        try
        {
            return await Fill(supplies, disk);
        }
        finally
        {
            Shell.Run("umount", disk);
            Directory.Delete(disk);
        }
    }

    private static async Task<Verdict> Fill(Supplies supplies, string disk)
    {
        using var learners = await Class.Enter(supplies, data: Path.Combine(disk, "data"));
        using var server = await learners.Serve();
        await learners.SignIn();
        using var end = new CancellationTokenSource();
        var work = learners.Work(end.Token);
        await learners.Acknowledged(100);
        var filler = Path.Combine(disk, "filler");
        Occupy(filler);
        var full = Stopwatch.GetTimestamp();
        await Task.Delay(Full);
        var faults = await LookWhileFull(learners, server);
        File.Delete(filler);
        var freed = Stopwatch.GetTimestamp();
        await Task.Delay(SoonBack);
        await end.CancelAsync();
        await work;
        var refused = learners.Heard.Count(heard => heard.Status == HttpStatusCode.ServiceUnavailable);
        var resumed = learners.Heard.Where(heard => heard.Came > freed && heard.IsAcknowledged).Select(heard => Stopwatch.GetElapsedTime(freed, heard.Came)).DefaultIfEmpty(TimeSpan.MaxValue).Min();
        if (refused == 0)
            faults.Add("nothing was refused, so the disk was never full");
        faults.AddRange(learners.Surprises);
        if (resumed > SoonBack)
            faults.Add("saving did not resume by itself");
        if (!await server.Answers("/readyz"))
            faults.Add("the server is not ready although the disk is free again");
        var judge = await learners.Judge();
        faults.AddRange(judge.Faults);
        return Verdict.From(faults, $"{learners.Log.Count} acknowledged, {judge.Missing} of them false, {refused} answered 503 in {Stopwatch.GetElapsedTime(full, freed).TotalSeconds:0} s, resumed after {resumed.TotalMilliseconds:0} ms");
    }

    private static async Task<List<string>> LookWhileFull(Class learners, Server server)
    {
        var faults = new List<string>();
        foreach (var page in (string[])["/courses/discovery", "/"])
            using (var answer = await learners.Learners[0].Visitor.Get(page))
                if (answer.StatusCode != HttpStatusCode.OK)
                    faults.Add($"{page} answered {(int)answer.StatusCode} on a full disk");
        if (!await server.Answers("/people/sign-in"))
            faults.Add("the sign-in page does not answer on a full disk");
        if (await Visitor.TrySignIn(learners.Address, 0) is not ((HttpStatusCode.ServiceUnavailable, true, _) or (HttpStatusCode.Redirect, _, _)) and var signIn)
            faults.Add($"signing in was answered {(int)signIn.Status} on a full disk");
        if (await server.Answers("/readyz"))
            faults.Add("the server calls itself ready on a full disk");
        return faults;
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
