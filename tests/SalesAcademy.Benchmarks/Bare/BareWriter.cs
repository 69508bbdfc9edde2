using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SalesAcademy.Benchmarks.Bare;

/// <summary>One answer, with the same values that the product stores.</summary>
internal sealed record BareAnswer(Guid Attempt, int Position, string Choice, long Sequence, DateTime At);

/// <summary>The floor for durable answers: one prepared statement, the product's pragmas, batch cap and way of gathering a batch, one commit per batch, and nothing else.</summary>
internal sealed class BareWriter
{
    private const int LongestBatch = 64;

    private readonly Channel<(BareAnswer Answer, TaskCompletionSource Saved)> queue =
        Channel.CreateBounded<(BareAnswer, TaskCompletionSource)>(new BoundedChannelOptions(1024) { SingleReader = true });

    private BareWriter()
    {
    }

    public static BareWriter Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var setup = connection.CreateCommand();
        setup.CommandText = """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;
            PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA journal_size_limit=67108864;
            CREATE TABLE IF NOT EXISTS answers (attempt TEXT NOT NULL, position INTEGER NOT NULL, choice TEXT NOT NULL, locale TEXT NOT NULL,
                flagged INTEGER NOT NULL, client_sequence INTEGER NOT NULL, saved_at TEXT NOT NULL, PRIMARY KEY (attempt, position));
            """;
        setup.ExecuteNonQuery();
        var writer = new BareWriter();
        _ = Task.Run(() => writer.Write(connection));
        return writer;
    }

    public async Task Save(BareAnswer answer)
    {
        var saved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await queue.Writer.WriteAsync((answer, saved));
        await saved.Task;
    }

    private async Task Write(SqliteConnection connection)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO answers (attempt, position, choice, locale, flagged, client_sequence, saved_at) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)
            ON CONFLICT (attempt, position) DO UPDATE SET choice = excluded.choice, locale = excluded.locale, flagged = excluded.flagged,
                client_sequence = excluded.client_sequence, saved_at = excluded.saved_at
            """;
        for (var i = 0; i < 7; i++)
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        var batch = new List<TaskCompletionSource>(LongestBatch);
        while (await queue.Reader.WaitToReadAsync())
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            insert.Transaction = transaction;
            while (batch.Count < LongestBatch && queue.Reader.TryRead(out var work))
            {
                Bind(insert, work.Answer);
                insert.ExecuteNonQuery();
                batch.Add(work.Saved);
            }

            transaction.Commit();
            batch.ForEach(saved => saved.SetResult());
            batch.Clear();
        }
    }

    private static void Bind(SqliteCommand insert, BareAnswer answer)
    {
        insert.Parameters[0].Value = answer.Attempt;
        insert.Parameters[1].Value = answer.Position;
        insert.Parameters[2].Value = answer.Choice;
        insert.Parameters[3].Value = "en";
        insert.Parameters[4].Value = false;
        insert.Parameters[5].Value = answer.Sequence;
        insert.Parameters[6].Value = answer.At;
    }
}
