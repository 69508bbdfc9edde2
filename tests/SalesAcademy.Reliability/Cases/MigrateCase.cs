using System.Diagnostics;
using SalesAcademy.Reliability.Learning;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>The first start is killed while it migrates the one file or the other; the next start must come up by itself.</summary>
internal static class MigrateCase
{
    private static readonly string[] Files = ["academy.db", "sign-in.db"];

    // After the migration has begun.
    private static readonly int[] Milliseconds = [0, 10, 25, 50];

    private static readonly TimeSpan SoonReady = TimeSpan.FromSeconds(30);

    public static async Task<Verdict> Run(Supplies supplies)
    {
        var (faults, slowest, met) = (new List<string>(), TimeSpan.Zero, new List<string>());
        foreach (var file in Files)
            foreach (var after in Milliseconds)
                await Try($"killed {after} ms into the migration of {file}", async data =>
                {
                    if (await KillInMigration(supplies.Product.Folder, data, file, after))
                        met.Add(file);
                });
        faults.AddRange(Files.Except(met).Select(file => $"no kill met the migration of {file}, so nothing was shown"));
        await Try("a lock row left in a folder with data", async data =>
        {
            await supplies.CopyClass(data);
            await MigrationLock.Leave(Path.Combine(data, Files[0]));
        });
        return Verdict.From(faults, $"{Files.Length * Milliseconds.Length} kills, {met.Count} of them left a migration half done; and a stale lock; slowest next start {slowest.TotalSeconds:0.0} s{Machine.Note}");

        async Task Try(string story, Func<string, Task> before)
        {
            var folder = Directory.CreateTempSubdirectory("academy-migrate-").FullName;
            try
            {
                var data = Path.Combine(folder, "data");
                await before(data);
                using var server = Server.Launch(supplies.Product.Folder, data, Server.FreePort());
                var ready = await server.Ready();
                slowest = ready > slowest ? ready : slowest;
                if (ready > SoonReady && !Machine.IsBusy)
                    faults.Add($"{story}: ready only after {ready.TotalSeconds:0.0} s");
                faults.AddRange(new Judge(await Snapshot.OfFile(Path.Combine(data, Files[0])), [], []).Faults.Select(fault => $"{story}: {fault}"));
            }
            catch (InvalidOperationException e)
            {
                faults.Add($"{story}: {e.Message}");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    // Whether the kill left the migration half done.
    private static async Task<bool> KillInMigration(string build, string data, string file, int after)
    {
        using var server = Server.Launch(build, data, Server.FreePort());
        var launched = Stopwatch.GetTimestamp();
        while (!MigrationLock.IsHeld(Path.Combine(data, file)) && !server.HasExited && Stopwatch.GetElapsedTime(launched) < Machine.Patience)
            await Task.Delay(1);
        await Task.Delay(after);
        server.Kill();
        return MigrationLock.IsHeld(Path.Combine(data, file));
    }
}
