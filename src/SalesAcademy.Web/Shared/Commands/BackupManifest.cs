using System.Security.Cryptography;
using System.Text.Json;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Commands;

/// <summary>What a backup holds, written beside it: by this a copy is known to be whole, whoever carried it where.</summary>
internal sealed record BackupManifest
{
    public const string File = "backup.json";

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>When it was made, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The newest event.</summary>
    public required long Sequence { get; init; }

    public required string Hash { get; init; }

    /// <summary>How many rows each table has.</summary>
    public required SortedDictionary<string, long> Rows { get; init; }

    /// <summary>SHA-256 of each file.</summary>
    public required SortedDictionary<string, string> Files { get; init; }

    /// <summary>What a folder holds now.</summary>
    public static async Task<BackupManifest> Of(string folder, DateTime at)
    {
        var head = await BackupCheck.Head(folder);
        return new BackupManifest { At = at, Sequence = head.Sequence, Hash = head.Hash, Rows = await BackupCheck.Count(folder), Files = await HashAll(folder) };
    }

    /// <summary>Null where the folder is no backup.</summary>
    public static async Task<BackupManifest?> Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(await System.IO.File.ReadAllTextAsync(Path.Combine(folder, File)), Written);
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }

    public Task<string?> Write(string folder) => NewFile.Write(Path.Combine(folder, File), JsonSerializer.Serialize(this, Written));

    /// <summary>The first thing in which a copy of the backup differs from it; null when it is the same.</summary>
    public async Task<string?> DifferenceTo(string copy)
    {
        var files = await HashAll(copy);
        // A store that is not what it was is not even opened.
        return Files.Keys.Except(files.Keys).FirstOrDefault() is { } missing ? $"{missing} is not there."
            : files.Keys.Except(Files.Keys).FirstOrDefault() is { } more ? $"{more} is no part of the backup."
            : Files.FirstOrDefault(file => files[file.Key] != file.Value).Key is { } altered ? $"{altered} is not what was backed up."
            : Rows.Except(await BackupCheck.Count(copy)).FirstOrDefault().Key is { } table ? $"{table} does not have the rows that were backed up."
            : null;
    }

    private static async Task<SortedDictionary<string, string>> HashAll(string folder)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in BackupCheck.FilesOf(folder))
        {
            await using var stream = System.IO.File.OpenRead(Path.Combine(folder, file));
            hashes[file] = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream));
        }

        return hashes;
    }
}
