using System.Globalization;
using Npgsql;

namespace SalesAcademy.Running;

/// <summary>A PostgreSQL of the run's own on loopback, so that it may be stopped without asking anybody.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateFiles("/usr/lib/postgresql", "initdb", SearchOption.AllDirectories).Max() is { } newest ? Path.GetDirectoryName(newest) : null
        : null;

    private readonly string folder = Directory.CreateTempSubdirectory("academy-postgres-").FullName;

    private PostgresCluster()
    {
    }

    /// <summary>Null when this machine can run one, otherwise why not.</summary>
    public static string? WhyNot => Programs is null ? "PostgreSQL is not installed in /usr/lib/postgresql" : null;

    private int Port { get; } = Server.FreePort();

    private string Data => Path.Combine(folder, "data");

    private string Address => $"Host=127.0.0.1;Port={Port};Username=postgres";

    public static PostgresCluster Start()
    {
        var cluster = new PostgresCluster();
        try
        {
            // It refuses to run as root, and its own user must be able to write here.
            if (Environment.IsPrivilegedProcess)
                Shell.Run("chown", "postgres", cluster.folder);
            Run("initdb", "-D", cluster.Data, "-A", "trust", "-U", "postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
            cluster.Control("start");
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> CreateDatabase()
    {
        await using var connection = new NpgsqlConnection($"{Address};Database=postgres;Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("CREATE DATABASE academy", connection);
        await command.ExecuteNonQueryAsync();
        return $"{Address};Database=academy";
    }

    /// <summary>Breaks every connection at once, as a crash would, and recovers.</summary>
    public void Restart() => Control("restart");

    public void Dispose()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            Control("stop");
        Directory.Delete(folder, recursive: true);
    }

    private void Control(string what) => Run("pg_ctl", "-D", Data, "-m", "immediate", "-w", "-l", Path.Combine(folder, "log"),
        "-o", string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -p {Port} -k {folder}"), what);

    private static void Run(string program, params string[] arguments)
    {
        string[] line = [.. Environment.IsPrivilegedProcess ? (string[])["runuser", "-u", "postgres", "--"] : [], Path.Combine(Programs!, program), .. arguments]; // WhyNot was asked before
        Shell.Run(line[0], line[1..]);
    }
}
