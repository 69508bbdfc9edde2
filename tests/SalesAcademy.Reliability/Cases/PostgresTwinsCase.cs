using Npgsql;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>Two nodes, each with its own folder, start in the same moment on one empty PostgreSQL database.</summary>
internal static class PostgresTwinsCase
{
    public static async Task<Verdict> Run(Builds builds)
    {
        if (Environment.GetEnvironmentVariable("ACADEMY_TEST_PG") is not { } server)
            return Verdict.Skip("ACADEMY_TEST_PG is not set; tests/run starts a PostgreSQL");
        var name = $"academy_twins_{Guid.NewGuid():N}";
        await Execute(server, $"CREATE DATABASE {name}");
        var folder = Directory.CreateTempSubdirectory("academy-twins-").FullName;
        try
        {
            var settings = new Dictionary<string, string> { ["Academy__Database"] = $"{server};Database={name};Maximum Pool Size=10" };
            using var one = Server.Launch(builds.Product, Path.Combine(folder, "one"), Server.FreePort(), settings);
            using var two = Server.Launch(builds.Product, Path.Combine(folder, "two"), Server.FreePort(), settings);
            var ready = await Task.WhenAll(one.Ready(TimeSpan.FromSeconds(60)), two.Ready(TimeSpan.FromSeconds(60)));
            return new Verdict(true, $"ready after {ready.Min().TotalSeconds:0.0} s and {ready.Max().TotalSeconds:0.0} s");
        }
        finally
        {
            await Execute(server, $"DROP DATABASE {name} WITH (FORCE)");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Execute(string server, string statement)
    {
        await using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
