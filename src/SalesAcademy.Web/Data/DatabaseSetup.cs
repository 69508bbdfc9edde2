using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Data;

/// <summary>Brings both stores to the schema of this build before anything is served.</summary>
internal sealed partial class DatabaseSetup(AcademyOptions options, IDbContextFactory<AcademyDb> academy, IDbContextFactory<SignInDb> signIn, ILogger<DatabaseSetup> log) : IWarmUp
{
    private const long MigrationLock = 7245001;

    /// <summary>Builds the models of both stores, a third of a start.</summary>
    public void Begin() => _ = Task.WhenAll(Task.Run(() => BuildModel(academy)), Task.Run(() => BuildModel(signIn)));

    public async Task Run(CancellationToken cancellation = default)
    {
        await using var db = await academy.CreateDbContextAsync(cancellation);
        await using var credentials = await signIn.CreateDbContextAsync(cancellation);
        if (options.Database is { } postgres)
            await MigrateInTurn(postgres, db, credentials, cancellation);
        else
            await MigrateFiles([db, credentials], cancellation);
    }

    // Kept by the framework, which lets whoever needs it meanwhile wait for it.
    private static void BuildModel<TContext>(IDbContextFactory<TContext> contexts)
        where TContext : DbContext
    {
        using var context = contexts.CreateDbContext();
        _ = context.Model;
    }

    // Two nodes may start on a fresh database at once. The session lock needs a connection of its own outside the pool:
    // a pooled one would go back still holding it.
    private static async Task MigrateInTurn(string postgres, AcademyDb db, SignInDb credentials, CancellationToken cancellation)
    {
        await using var turn = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres) { Pooling = false, CommandTimeout = 120 }.ConnectionString);
        await turn.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({MigrationLock})", turn);
        await command.ExecuteNonQueryAsync(cancellation);
        foreach (var store in (DbContext[])[db, credentials])
            if (await IsBehind(store, cancellation))
                await store.Database.MigrateAsync(cancellation);
    }

    private async Task MigrateFiles(DbContext[] stores, CancellationToken cancellation)
    {
        foreach (var store in stores)
        {
            var file = new SqliteConnectionStringBuilder(store.Database.GetConnectionString()).DataSource;
            var applied = File.Exists(file) ? Applied(file) : [];
            var known = store.Database.GetMigrations().ToList();
            if (applied.Except(known).FirstOrDefault() is { } unknown)
                throw new InvalidOperationException($"{file} was written by a newer build (migration {unknown}). Start that build, or restore a backup made before it.");
            if (known.Except(applied).FirstOrDefault() is not { } next)
                continue;
            if (applied.Count > 0)
                await BackUpBeforeMigrating(store, file, next, cancellation);
            await store.Database.MigrateAsync(cancellation);
        }
    }

    // Migrating takes a good part of a start even where there is nothing to do.
    private static async Task<bool> IsBehind(DbContext store, CancellationToken cancellation) => (await store.Database.GetPendingMigrationsAsync(cancellation)).Any();

    // The migrations that a file has. Asked of the file itself: asking through the framework takes a quarter of a start.
    private static List<string> Applied(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        ForgetDeadMigration(connection);
        return HasTable(connection, "__EFMigrationsHistory") ? Read(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"") : [];
    }

    // A process killed while migrating leaves its row in the lock table, and the next start would wait for ever.
    // The folder's own lock is held here, so whoever wrote that row is dead.
    private static void ForgetDeadMigration(SqliteConnection connection)
    {
        if (HasTable(connection, "__EFMigrationsLock"))
            Read(connection, "DELETE FROM \"__EFMigrationsLock\"");
    }

    private static bool HasTable(SqliteConnection connection, string table) =>
        Read(connection, $"SELECT name FROM sqlite_master WHERE type = 'table' AND name = '{table}'").Count > 0;

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }

    private async Task BackUpBeforeMigrating(DbContext store, string file, string next, CancellationToken cancellation)
    {
        var copy = Path.ChangeExtension(file, $".before-{next}.db");
        File.Delete(copy);
        await store.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancellation);
        BackedUp(log, copy);
    }

    [LoggerMessage(1, LogLevel.Information, "The database was copied to {Copy} before its schema changes")]
    private static partial void BackedUp(ILogger logger, string copy);
}
