using SalesAcademy.Reliability.Learning;
using SalesAcademy.Reliability.Planted;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>A backup made while eight people answer, judged, and served from a folder of its own.</summary>
internal static class BackupCase
{
    public static async Task<Verdict> Run(Supplies supplies)
    {
        using var learners = await Class.Enter(supplies);
        var copy = Path.Combine(learners.Folder, "copy");
        var promised = await BackUpUnderLoad(learners, copy);

        // Restored as operations.md says: the copy is the data folder. Everybody is still signed in there.
        learners.Data = copy;
        var judge = await learners.Judge(promised);
        var faults = learners.Surprises.Concat(judge.Faults).ToList();
        var size = new FileInfo(learners.AcademyFile).Length;
        // The control: a copy that lacks a single thing must be seen as such.
        foreach (var damage in Damage.All)
            if ((await learners.Judge(promised, await damage.Plant(learners.AcademyFile))).Faults.Count <= judge.Faults.Count)
                faults.Add($"it was not noticed that {damage.Name} had been lost");
        using (await learners.Serve())
            faults.AddRange(await learners.Look(promised));
        return Verdict.From(faults, $"{promised.Count} acknowledged before the copy and {learners.Log.Count - promised.Count} during and after, {judge.Missing} missing in its {size / 1024} KB, {Damage.All.Count} planted losses noticed");
    }

    private static async Task<IReadOnlyList<string[]>> BackUpUnderLoad(Class learners, string copy)
    {
        using var server = await learners.Serve();
        await learners.SignIn();
        using var end = new CancellationTokenSource();
        var work = learners.Work(end.Token);
        await learners.Acknowledged(200);
        var promised = learners.Log.Read();
        using var backup = learners.Launch(words: ["data", "backup", copy]);
        if (await backup.Exit() is not 0 and var code)
            throw new InvalidOperationException($"The backup ended with {code}: {backup.Said}");
        using var again = learners.Launch(words: ["data", "backup", copy]);
        if (await again.Exit() == 0)
            throw new InvalidOperationException("A second backup wrote over the first.");
        await end.CancelAsync();
        await work;
        return promised;
    }
}
