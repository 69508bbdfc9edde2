using System.Globalization;
using Microsoft.Data.Sqlite;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Audit;

namespace SalesAcademy.Web.Shared.Commands;

/// <summary>
/// Copies the data folder while the academy serves: of both stores a consistent snapshot each, never a copy of a live file, and then every file that they
/// name. The copy is looked through before it has its name: whole, every event in its chain, and what it holds written down.
/// </summary>
internal sealed class BackupCommand(AcademyOptions options, Clock clock) : ICommand
{
    public string Name => "data backup";

    public string Usage => "FOLDER - write a consistent, verified copy of the data folder, databases, keys, files and anchor, into a new folder";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        if (arguments is not [var folder] || options.Database is not null || Directory.Exists(folder) || DataFolder.IsUnfinished(options.Data))
        {
            await Console.Error.WriteLineAsync(options.Database is null ? "Name one folder that does not exist yet, and back up an academy that is whole." : "PostgreSQL is backed up with its own tools (pg_dump). Copy the archive and recordings folders after it: files are there before a row names them.");
            return 2;
        }

        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        // Half a copy must not look like a backup: it has its name when it is whole.
        var unfinished = $"{folder}.{Environment.ProcessId}.tmp";
        DataFolder.Create(unfinished);
        try
        {
            await Copy(unfinished);
            if (await BackupCheck.Fault(unfinished) is { } fault)
            {
                await Console.Error.WriteLineAsync($"Not backed up. {fault}");
                return 1;
            }

            var holds = await BackupManifest.Of(unfinished, clock.Now);
            await holds.Write(unfinished);
            Directory.Move(unfinished, folder);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Backed up to {folder} and verified: {holds.Sequence} events in their chain, {holds.Rows.Values.Sum()} rows, {holds.Files.Count} files. To restore it: data restore {folder}"));
            return 0;
        }
        finally
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
        }
    }

    private async Task Copy(string folder)
    {
        // First, so that it knows nothing that the snapshot does not have.
        if (AnchorFile.Of(options) is { Exists: true } anchor)
            File.Copy(anchor.Path, Path.Combine(folder, BackupCheck.Anchor));
        foreach (var name in BackupCheck.Stores)
            await Snapshot(options.DataFile(name), Path.Combine(folder, name));
        // Only now: a file is whole and on the disk before a row names it, so whatever the snapshot names is there to be copied.
        foreach (var kept in (string[])[options.Archive, options.Recordings])
            CopyFiles(kept, Path.Combine(folder, Path.GetFileName(kept)));
    }

    private static async Task Snapshot(string file, string copy)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", copy);
        await command.ExecuteNonQueryAsync();
    }

    private static void CopyFiles(string from, string to)
    {
        if (!Directory.Exists(from))
            return;
        // What has an extension is still being written.
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => !Path.HasExtension(file)))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // below the folder, so never a root
            try
            {
                File.Copy(file, copy);
            }
            catch (FileNotFoundException)
            {
                // A recording that was refused and thrown away meanwhile: no row ever named it.
            }
        }
    }
}
