using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>The one writing connection: its batch, its savepoint, its prepared statements, and the head of the trunk in memory.</summary>
internal sealed class SqliteWriter(SqliteConnection connection, DbContextOptions<SqliteAcademyDb> readers) : ITransaction, IDisposable
{
    // What SQLite answers when it has rolled the whole transaction back, or cannot go on: full disk, I/O error, no memory, corrupt file.
    private static readonly int[] Fatal = [7, 10, 11, 13, 26];

    private static readonly Statement Mark = new("SAVEPOINT entry");
    private static readonly Statement Keep = new("RELEASE entry");
    private static readonly Statement Undo = new("ROLLBACK TO entry");

    // Made of the readers' options, so that both share one model and one cache of compiled queries. A command at a time: one context serves them all.
    private readonly PooledDbContextFactory<SqliteAcademyDb> contexts = new(
        new DbContextOptionsBuilder<SqliteAcademyDb>(readers).UseSqlite(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.TrackAll).Options, poolSize: 1);

    private readonly PreparedConnection prepared = new(connection);
    private SqliteTransaction? transaction;
    private TrunkHead savedHead;

    public TrunkHead Head { get; private set; }

    /// <summary>Opens the writer on the data file. FULL is the promise of "Saved": the commit is on disk when it returns. What is deleted is overwritten, since an erased name must not stay in a page that is free.</summary>
    public static SqliteWriter Open(string connectionString, DbContextOptions<SqliteAcademyDb> readers)
    {
        // Not pooled: a writer whose batch was lost is thrown away with whatever state the failure left in it.
        var connection = new SqliteConnection(connectionString + ";Pooling=False");
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;
            PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA journal_size_limit=67108864; PRAGMA secure_delete=ON;
            """;
        pragmas.ExecuteNonQuery();
        var writer = new SqliteWriter(connection, readers);
        writer.ReadHead();
        return writer;
    }

    public static bool LosesTheTransaction(Exception e) =>
        (e as SqliteException ?? e.InnerException as SqliteException) is { } sqlite && Fatal.Contains(sqlite.SqliteErrorCode);

    public void Begin() => transaction = connection.BeginTransaction(deferred: false);

    public void Commit()
    {
        transaction!.Commit();
        transaction.Dispose();
    }

    public void Savepoint()
    {
        savedHead = Head;
        Execute(Mark, []);
    }

    public void Release() => Execute(Keep, []);

    public void RollbackToSavepoint()
    {
        Execute(Undo, []);
        Execute(Keep, []);
        Head = savedHead;
    }

    public AcademyDb OpenContext()
    {
        var db = contexts.CreateDbContext();
        db.Database.AutoSavepointsEnabled = false;
        db.Database.UseTransaction(transaction);
        return db;
    }

    public Task<TrunkHead> HoldHead() => Task.FromResult(Head);

    public void MoveHead(TrunkHead head) => Head = head;

    // One writer: everything is held already.
    public Task Hold(IEnumerable<string> names) => Task.CompletedTask;

    public Task HoldEverything() => Task.CompletedTask;

    public int Execute(Statement statement, ReadOnlySpan<object?> values)
    {
        var command = prepared.Command(statement, values);
        command.Transaction = transaction;
        return command.ExecuteNonQuery();
    }

    public ValueTask<IReadOnlyList<T>> Rows<T>(Statement statement, Func<DbDataReader, T> row, params object[] values)
    {
        var command = prepared.Command(statement, values);
        command.Transaction = transaction;
        return new(command.ReadAll(row));
    }

    public void Dispose() => prepared.Dispose();

    private void ReadHead()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, hash FROM trunk_head WHERE id = 1";
        using var reader = command.ExecuteReader();
        reader.Read();
        Head = new TrunkHead(reader.GetInt64(0), reader.GetString(1));
    }
}
