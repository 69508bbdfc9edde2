using Microsoft.Data.Sqlite;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Commands;

/// <summary>Copies the data folder while the academy serves: of both stores a consistent snapshot each, never a copy of a live file, and then every file that they name.</summary>
internal sealed class BackupCommand(AcademyOptions options) : ICommand
{
    public string Name => "data backup";

    public string Usage => "FOLDER - write a consistent copy of the data folder, databases and files, into a new folder";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        if (arguments is not [var folder] || options.Database is not null || Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync(options.Database is null ? "Name one folder that does not exist yet." : "PostgreSQL is backed up with its own tools (pg_dump). Copy the archive and recordings folders after it: files are there before a row names them.");
            return 2;
        }

        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        // Half a copy must not look like a backup: it has its name when it is whole.
        var unfinished = $"{folder}.{Environment.ProcessId}.tmp";
        DataFolder.Create(unfinished);
        try
        {
            foreach (var name in (string[])["academy.db", "sign-in.db"])
                await Snapshot(options.DataFile(name), Path.Combine(unfinished, name));
            // Only now: a file is whole and on the disk before a row names it, so whatever the snapshot names is there to be copied.
            foreach (var kept in (string[])[options.Archive, options.Recordings])
                CopyFiles(kept, Path.Combine(unfinished, Path.GetFileName(kept)));
            Directory.Move(unfinished, folder);
        }
        finally
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
        }

        Console.WriteLine($"Backed up to {folder}. To restore: stop the academy, put all of it into an empty data folder, start it.");
        return 0;
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
