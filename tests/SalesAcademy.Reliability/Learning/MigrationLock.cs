using Microsoft.Data.Sqlite;

namespace SalesAcademy.Reliability.Learning;

/// <summary>The row that a migration holds while it runs, and that a killed one leaves behind.</summary>
internal static class MigrationLock
{
    /// <summary>Whether a process is in mid-migration of this file, or died there. Reading disturbs nobody once the file has its write-ahead log.</summary>
    public static bool IsHeld(string file)
    {
        if (!File.Exists($"{file}-wal"))
            return false;
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if (command.ExecuteScalar() is 0L)
            return false;
        command.CommandText = "SELECT COUNT(*) FROM \"__EFMigrationsLock\"";
        return command.ExecuteScalar() is > 0L;
    }

    /// <summary>Leaves the row as a process that died would have.</summary>
    public static async Task Leave(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00');
            """;
        await command.ExecuteNonQueryAsync();
    }
}
