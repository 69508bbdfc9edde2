using System.Globalization;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Audit;

namespace SalesAcademy.Web.Shared.Commands;

/// <summary>
/// Puts a backup into an empty data folder. The folder is marked as unfinished before the first byte and unmarked when everything in it is what was backed
/// up, so that whatever breaks it off leaves either the whole or nothing that could be served.
/// </summary>
internal sealed class RestoreCommand(AcademyOptions options, Clock clock) : ICommand
{
    public string Name => "data restore";

    public string Usage => "FOLDER - restore a backup into the data folder, which must be empty or that of a restore broken off, and verify it";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        if (arguments is not [var folder] || options.Database is not null)
            return await Stop(2, options.Database is null ? $"{Name} {Usage}" : "PostgreSQL is restored with its own tools (pg_restore), and then: audit anchor --restored");
        folder = Path.GetFullPath(folder);
        if (await BackupManifest.Read(folder) is not { } backup)
            return await Stop(2, $"{folder} is no backup: it has no {BackupManifest.File}.");
        if (DataFolder.Contents(options.Data).Any() && !DataFolder.IsUnfinished(options.Data))
            return await Stop(2, $"{options.Data} is not empty, and nothing is ever restored over an academy. Name an empty folder (Academy:Data).");

        using var held = DataFolder.LockForRestore(options);
        foreach (var left in DataFolder.Contents(options.Data).ToList())
            Remove(left);
        foreach (var file in BackupCheck.FilesOf(folder))
            await Copy(Path.Combine(folder, file), options.DataFile(file));
        if ((await backup.DifferenceTo(options.Data) ?? await BackupCheck.Fault(options.Data)) is { } fault)
            return await Stop(1, $"Not restored. {fault}");
        if (!await Anchored(backup))
            return 1;
        DataFolder.FinishRestore(options);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Restored into {options.Data} and verified: {backup.Sequence} events in their chain, {backup.Rows.Values.Sum()} rows, {backup.Files.Count} files, as of {backup.At:u}."));
        return 0;
    }

    // The anchor outlives the data folder: it is told that the trunk goes on from here. What came after the backup it still knows.
    private async Task<bool> Anchored(BackupManifest backup)
    {
        File.Delete(options.DataFile(BackupCheck.Anchor));
        if (AnchorFile.Of(options) is not { } anchor)
            return true;
        try
        {
            anchor.Append(clock.Now, new(backup.Sequence, backup.Hash), kept: 0, isRestored: true);
            return true;
        }
        catch (Exception refused) when (refused is AnchorException or IOException or UnauthorizedAccessException)
        {
            await Stop(1, $"Not restored. {refused.Message}");
            return false;
        }
    }

    private static async Task Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!); // below the data folder, so never a root
        await using var source = File.OpenRead(from);
        await using var copy = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        await source.CopyToAsync(copy);
        copy.Flush(flushToDisk: true);
    }

    private static void Remove(string entry)
    {
        if (Directory.Exists(entry))
            Directory.Delete(entry, recursive: true);
        else
            File.Delete(entry);
    }

    private static async Task<int> Stop(int code, string reason)
    {
        await Console.Error.WriteLineAsync(reason);
        return code;
    }
}
