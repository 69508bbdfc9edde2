using Microsoft.Data.Sqlite;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>The first start is killed at every stage of its migration; the next start must come up by itself.</summary>
internal static class MigrateCase
{
    private const int Step = 50;
    private const int Steps = 12;

    public static async Task<Verdict> Run(Builds builds)
    {
        var (faults, slowest) = (new List<string>(), TimeSpan.Zero);
        for (var step = 0; step < Steps; step++)
            await Try($"killed {step * Step} ms after the file appeared", data => KillWhileMigrating(builds.Product, data, step * Step));
        await Try("a lock row left by a dead process", LeaveLock);
        return Verdict.From(faults, $"{Steps} kills and a stale lock, slowest next start {slowest.TotalSeconds:0.0} s");

        async Task Try(string story, Func<string, Task> before)
        {
            var data = Directory.CreateTempSubdirectory("academy-migrate-").FullName;
            try
            {
                await before(data);
                using var server = Server.Launch(builds.Product, data, Server.FreePort());
                var ready = await server.Ready(TimeSpan.FromSeconds(30));
                slowest = ready > slowest ? ready : slowest;
            }
            catch (InvalidOperationException e)
            {
                faults.Add($"{story}: {e.Message}");
            }
            finally
            {
                Directory.Delete(data, recursive: true);
            }
        }
    }

    private static async Task KillWhileMigrating(string build, string data, int after)
    {
        using var server = Server.Launch(build, data, Server.FreePort());
        while (!File.Exists(Path.Combine(data, "academy.db")) && !server.HasExited)
            await Task.Delay(5);
        await Task.Delay(after);
        server.Kill();
    }

    private static async Task LeaveLock(string data)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "academy.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00');
            """;
        await command.ExecuteNonQueryAsync();
    }
}
