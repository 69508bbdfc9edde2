using Microsoft.Data.Sqlite;

namespace SalesAcademy.Reliability.Planted;

/// <summary>A loss of a single row, planted in a copy of the data: what the judge must notice.</summary>
/// <param name="Name">What is lost.</param>
/// <param name="Statement">What loses it.</param>
internal sealed record Damage(string Name, string Statement)
{
    public static readonly IReadOnlyList<Damage> All =
    [
        new("an answer", "DELETE FROM attempt_answers WHERE rowid = (SELECT MIN(rowid) FROM attempt_answers)"),
        new("a score", "UPDATE attempts SET score = NULL WHERE id = (SELECT id FROM attempts WHERE finished_at IS NOT NULL LIMIT 1)"),
        new("evidence", "DELETE FROM evidence_answers WHERE rowid = (SELECT MIN(rowid) FROM evidence_answers)"),
        new("a key", "DELETE FROM idempotency WHERE rowid = (SELECT MIN(rowid) FROM idempotency)"),
        new("an event", "DELETE FROM events WHERE sequence = (SELECT MAX(sequence) FROM events)"),
    ];

    /// <summary>Does it to a copy of the file, which must have no write-ahead log; the copy's path.</summary>
    public async Task<string> Plant(string file)
    {
        var copy = $"{file}.damaged";
        File.Copy(file, copy, overwrite: true);
        await using var connection = new SqliteConnection($"Data Source={copy};Foreign Keys=False;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Statement;
        return await command.ExecuteNonQueryAsync() == 1 ? copy : throw new InvalidOperationException($"There was no row to lose {Name}.");
    }
}
