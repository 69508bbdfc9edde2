using Microsoft.Data.Sqlite;
using SalesAcademy.Reliability.Learning;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>A backup made while eight people answer, restored into a folder of its own and served.</summary>
internal static class BackupCase
{
    public static async Task<Verdict> Run(Supplies supplies)
    {
        using var learners = await Class.Enter(supplies);
        var copy = Path.Combine(learners.Folder, "copy");
        var promised = await BackUpUnderLoad(learners, copy);
        // Restored as operations.md says: the copy and the archive in an empty folder. Everybody is still signed in there.
        Shell.Run("cp", "-r", Path.Combine(learners.Data, "archive"), copy);
        learners.Data = copy;
        var judge = await learners.Judge(promised);
        var faults = learners.Surprises.Concat(judge.Faults).ToList();
        var copied = new FileInfo(learners.AcademyFile).Length;
        using (await learners.Serve())
            faults.AddRange(await learners.Look(promised));

        // The control: a copy that lacks one answer must be seen as such.
        await LoseOneAnswer(learners.AcademyFile);
        if ((await learners.Judge(promised)).Missing == 0)
            faults.Add("a lost answer was not noticed");
        return Verdict.From(faults, $"{promised.Count} acknowledged before the copy and {learners.Log.Count - promised.Count} during and after, {judge.Missing} missing in its {copied / 1024} KB");
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

    private static async Task LoseOneAnswer(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM attempt_answers WHERE rowid = (SELECT MIN(rowid) FROM attempt_answers)";
        await command.ExecuteNonQueryAsync();
    }
}
