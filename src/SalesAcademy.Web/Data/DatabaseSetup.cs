using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SalesAcademy.Web.Data;

/// <summary>Brings both stores to the schema of this build before anything is served.</summary>
internal sealed partial class DatabaseSetup(AcademyOptions options, IDbContextFactory<AcademyDb> academy, IDbContextFactory<SignInDb> signIn, ILogger<DatabaseSetup> log)
{
    private const long MigrationLock = 7245001;

    public async Task Run(CancellationToken cancellation = default)
    {
        await using var db = await academy.CreateDbContextAsync(cancellation);
        await using var credentials = await signIn.CreateDbContextAsync(cancellation);
        if (options.Database is { } postgres)
            await MigrateInTurn(postgres, db, credentials, cancellation);
        else
            await MigrateFiles([db, credentials], cancellation);
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
            RefuseNewerFile(store, file);
            ForgetDeadMigration(store, file);
            if (!await IsBehind(store, cancellation))
                continue;
            await BackUpBeforeMigrating(store, file, cancellation);
            await store.Database.MigrateAsync(cancellation);
        }
    }

    // Migrating takes a good part of a start even where there is nothing to do.
    private static async Task<bool> IsBehind(DbContext store, CancellationToken cancellation) => (await store.Database.GetPendingMigrationsAsync(cancellation)).Any();

    private static void RefuseNewerFile(DbContext store, string file)
    {
        if (!File.Exists(file) || !HasTable(store, "__EFMigrationsHistory"))
            return;
        if (store.Database.GetAppliedMigrations().Except(store.Database.GetMigrations()).FirstOrDefault() is { } unknown)
            throw new InvalidOperationException($"{file} was written by a newer build (migration {unknown}). Start that build, or restore a backup made before it.");
    }

    // A process killed while migrating leaves its row in the lock table, and the next start would wait for ever.
    // The folder's own lock is held here, so whoever wrote that row is dead.
    private static void ForgetDeadMigration(DbContext store, string file)
    {
        if (File.Exists(file) && HasTable(store, "__EFMigrationsLock"))
            store.Database.ExecuteSqlRaw("DELETE FROM \"__EFMigrationsLock\"");
    }

    private async Task BackUpBeforeMigrating(DbContext store, string file, CancellationToken cancellation)
    {
        if (!File.Exists(file) || !HasTable(store, "__EFMigrationsHistory"))
            return;
        var copy = Path.ChangeExtension(file, $".before-{store.Database.GetPendingMigrations().First()}.db");
        File.Delete(copy);
        await store.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancellation);
        BackedUp(log, copy);
    }

    private static bool HasTable(DbContext store, string table) =>
        store.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = {table}").Single() > 0;

    [LoggerMessage(1, LogLevel.Information, "The database was copied to {Copy} before its schema changes")]
    private static partial void BackedUp(ILogger logger, string copy);
}
