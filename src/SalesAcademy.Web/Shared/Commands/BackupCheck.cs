using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Audit;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Commands;

/// <summary>Looks into the two stores of a folder that nobody serves.</summary>
internal static class BackupCheck
{
    /// <summary>The two stores.</summary>
    public static readonly string[] Stores = ["academy.db", "sign-in.db"];

    /// <summary>The copy of the anchor in a backup.</summary>
    public const string Anchor = "trunk.anchor";

    /// <summary>What is wrong with a store or with the chain of its events; null when nothing is.</summary>
    public static async Task<string?> Fault(string folder)
    {
        foreach (var store in Stores)
        {
            if ((await Read(folder, store, "PRAGMA integrity_check", row => row.GetString(0))) is var said && said is not ["ok"])
                return $"{store} is damaged: {string.Join(' ', said.Take(3))}";
            if ((await Read(folder, store, "PRAGMA foreign_key_check", row => row.GetString(0))) is [var table, ..])
                return $"{store} names what is not there, in {table}.";
        }

        await using var db = Open(folder);
        var anchor = new AnchorFile(Path.Combine(folder, Anchor));
        var report = await new TrunkCheck(db, anchor.Exists ? anchor : null, isCopy: true).Run();
        return report.Findings.FirstOrDefault(finding => finding.Fault != TrunkFault.NotAnchored)?.Sentence;
    }

    public static async Task<TrunkHead> Head(string folder)
    {
        await using var db = Open(folder);
        return await db.Set<TrunkHeadRow>().Select(h => new TrunkHead(h.Sequence, h.Hash)).SingleAsync();
    }

    public static async Task<SortedDictionary<string, long>> Count(string folder)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var store in Stores)
            foreach (var table in await Read(folder, store, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", row => row.GetString(0)))
                counts[$"{store}/{table}"] = (await Read(folder, store, $"SELECT COUNT(*) FROM \"{table}\"", row => row.GetInt64(0)))[0];
        return counts;
    }

    /// <summary>Everything that belongs to a backup, by its place in the folder.</summary>
    public static IEnumerable<string> FilesOf(string folder) => DataFolder.Contents(folder)
        .SelectMany(entry => Directory.Exists(entry) ? Directory.EnumerateFiles(entry, "*", SearchOption.AllDirectories) : [entry])
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Where(file => file != BackupManifest.File);

    private static SqliteAcademyDb Open(string folder) =>
        new(new DbContextOptionsBuilder<SqliteAcademyDb>().UseSqlite(Connection(folder, "academy.db")).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);

    private static async Task<List<T>> Read<T>(string folder, string store, string sql, Func<SqliteDataReader, T> row)
    {
        await using var connection = new SqliteConnection(Connection(folder, store));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(row(reader));
        return rows;
    }

    private static string Connection(string folder, string store) => $"Data Source={Path.Combine(folder, store)};Mode=ReadOnly;Pooling=False";
}
