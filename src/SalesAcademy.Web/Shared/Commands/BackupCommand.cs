using Microsoft.Data.Sqlite;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Commands;

/// <summary>Copies both stores while the academy serves: a consistent snapshot each, never a copy of a live file.</summary>
internal sealed class BackupCommand(AcademyOptions options) : ICommand
{
    public string Name => "data backup";

    public string Usage => "FOLDER - write a consistent copy of the data folder's databases into a new folder";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        if (arguments is not [var folder] || options.Database is not null || Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync(options.Database is null ? "Name one folder that does not exist yet." : "PostgreSQL is backed up with its own tools (pg_dump).");
            return 2;
        }

        Directory.CreateDirectory(folder);
        foreach (var name in (string[])["academy.db", "sign-in.db"])
        {
            await using var connection = new SqliteConnection($"Data Source={options.DataFile(name)};Mode=ReadOnly");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $copy";
            command.Parameters.AddWithValue("$copy", Path.Combine(folder, name));
            await command.ExecuteNonQueryAsync();
        }

        Console.WriteLine($"Backed up to {Path.GetFullPath(folder)}. Copy the archive folder too: it keeps every edition of the content, and its files never change. To restore: stop the academy, put all of it into an empty data folder, start it.");
        return 0;
    }
}
