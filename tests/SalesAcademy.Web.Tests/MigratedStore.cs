using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Tests;

/// <summary>A store of each kind, brought to this build's schema once, and the content archived once: every test begins with a copy, since these take most of a start.</summary>
internal static class MigratedStore
{
    private static readonly Lazy<string> Files = new(() => MigrateFiles().GetAwaiter().GetResult());
    private static readonly Lazy<string> Archive = new(ArchiveContent);
    private static readonly Lazy<CompileResult> Shipped = new(() => ContentCompiler.Compile(Options.Content, Catalogue.Empty));
    private static readonly Lazy<string> Template = new(() => MigrateTemplate().GetAwaiter().GetResult());

    private static AcademyOptions Options => AcademyOptions.Read(new ConfigurationManager(), AppContext.BaseDirectory);

    private static string Server
    {
        get
        {
            var server = Environment.GetEnvironmentVariable("ACADEMY_TEST_PG");
            if (server is null && Environment.GetEnvironmentVariable("CI") is not null)
                Assert.Fail("ACADEMY_TEST_PG is not set: tests/run starts a PostgreSQL for the tests.");
            Assert.SkipWhen(server is null, "No PostgreSQL: run tests/run, or set ACADEMY_TEST_PG.");
            return server;
        }
    }

    public static void CopyFiles(string folder) => Copy(Files.Value, folder);

    /// <summary>What is shipped is read once for all; any other folder when it is asked for.</summary>
    public static CompileResult ReadContent(string folder, Catalogue previous) =>
        folder == Options.Content && previous == Catalogue.Empty ? Shipped.Value : ContentCompiler.Compile(folder, previous);

    /// <summary>One link for all that is archived: it is put in place whole under its hash and never written into, so tests may share it.</summary>
    public static void LinkArchive(string folder) => Directory.CreateSymbolicLink(Path.Combine(folder, "archive"), Archive.Value);

    /// <summary>Makes a database of its own; returns how to connect to it.</summary>
    public static string CreateDatabase() => Create($"TEMPLATE {Template.Value}").Connection;

    /// <summary>The same without any schema.</summary>
    public static string CreateEmptyDatabase() => Create("").Connection;

    private static async Task<string> MigrateFiles()
    {
        var folder = FolderOfThisRun();
        await Migrate(new AcademyOptions { Data = folder });
        SqliteConnection.ClearAllPools();
        return folder;
    }

    private static string ArchiveContent()
    {
        var options = Options;
        options.Data = FolderOfThisRun();
        new ContentArchive(options).Keep(Shipped.Value.Catalogue!);
        return options.DataFile("archive");
    }

    private static string FolderOfThisRun()
    {
        var folder = Directory.CreateTempSubdirectory("academy-once-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static async Task<string> MigrateTemplate()
    {
        var (name, connection) = Create("");
        // A database somebody is connected to cannot be copied.
        await Migrate(new AcademyOptions { Database = $"{connection};Pooling=false" });
        return name;
    }

    private static async Task Migrate(AcademyOptions options)
    {
        await using var services = new ServiceCollection().AddLogging().AddAcademyData(options).BuildServiceProvider();
        await services.GetRequiredService<DatabaseSetup>().Run();
    }

    private static (string Name, string Connection) Create(string from)
    {
        var name = $"academy_{Guid.NewGuid():N}";
        using var connection = new NpgsqlConnection($"{Server};Database=postgres");
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {name} {from}", connection);
        command.ExecuteNonQuery();
        // Each app has a pool of its own, which outlives it: on a fast machine hundreds of tests would hold their connections at once.
        return (name, $"{Server};Database={name};Maximum Pool Size=30;Connection Idle Lifetime=5;Connection Pruning Interval=2");
    }
}
