using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>
/// Each command in its own transaction, retried whole in a fresh context. Every run leaves a mark under a key of its
/// own, so that a commit whose answer was lost is recognised instead of repeated.
/// </summary>
internal sealed class PostgresLedger(IDbContextFactory<PostgresAcademyDb> contexts, CommandRunner runner, TrunkSignal signal) : ILedger
{
    private const int MostCollisions = 8;

    // Two commands met: one of them saw the other's row, lost a serialisation race, or was picked to break a deadlock.
    private static readonly string[] Collisions = [PostgresErrorCodes.UniqueViolation, PostgresErrorCodes.SerializationFailure, PostgresErrorCodes.DeadlockDetected];

    public async Task<Decision<T>> Run<T>(Act act, Func<Entry, Task<Decision<T>>> command, CancellationToken cancellation = default)
    {
        var marked = act.Key is null ? act with { Key = new IdempotencyKey($"run-{Guid.CreateVersion7():N}", "") } : act;
        for (var collision = 0; ; collision++)
        {
            try
            {
                await using var outer = await contexts.CreateDbContextAsync(cancellation);
                return await outer.Database.CreateExecutionStrategy().ExecuteAsync(token => RunOnce(marked, command, token), cancellation);
            }
            catch (Exception e) when (collision < MostCollisions && Collided(e))
            {
                await MachinePause.For(TimeSpan.FromMilliseconds(5 << collision), cancellation); // longer each time, 5 to 640 ms
            }
        }
    }

    private async Task<Decision<T>> RunOnce<T>(Act act, Func<Entry, Task<Decision<T>>> command, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var head = new PostgresTransaction(db);
        var decision = await runner.Run(new Entry(act, () => db, head), command);
        if (decision is Refused<T>)
            return decision;
        await transaction.CommitAsync(CancellationToken.None);
        signal.Raise(head.Moved);
        return decision;
    }

    private static bool Collided(Exception e) =>
        (e as PostgresException ?? e.InnerException as PostgresException) is { } postgres && Collisions.Contains(postgres.SqlState);
}

internal sealed class PostgresTransaction(PostgresAcademyDb db) : ITransaction
{
    // Whoever holds a name also shares the one lock that a command over everybody takes for itself.
    private static readonly Statement LockName = new("SELECT pg_advisory_xact_lock_shared(7245), pg_advisory_xact_lock(hashtextextended(@p0, 7245))");
    private static readonly Statement LockEverything = new("SELECT pg_advisory_xact_lock(7245)");

    private TrunkHead? head;
    private bool holdsEverything;

    public long Moved => head?.Sequence ?? 0;

    public async Task<TrunkHead> HoldHead()
    {
        if (head is { } known)
            return known;
        await using var command = Command("SELECT sequence, hash FROM trunk_head WHERE id = 1 FOR UPDATE", []);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        head = new TrunkHead(reader.GetInt64(0), reader.GetString(1));
        return head.Value;
    }

    public void MoveHead(TrunkHead head) => this.head = head;

    // Whoever waits for a lock must not keep a thread from whoever is to give it back.
    public async Task Hold(IEnumerable<string> names)
    {
        if (!holdsEverything)
            foreach (var name in names.Order(StringComparer.Ordinal))
                await Wait(LockName, [name]);
    }

    public async Task HoldEverything()
    {
        await Wait(LockEverything, []);
        holdsEverything = true;
    }

    public int Execute(Statement statement, ReadOnlySpan<object?> values)
    {
        using var command = Command(statement.Sql, values);
        return command.ExecuteNonQuery();
    }

    public async ValueTask<IReadOnlyList<T>> Rows<T>(Statement statement, Func<DbDataReader, T> row, params object[] values)
    {
        await using var command = Command(statement.Sql, values);
        return await command.ReadAllAsync(row);
    }

    private async Task Wait(Statement statement, object?[] values)
    {
        await using var command = Command(statement.Sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private NpgsqlCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var command = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < values.Length; i++)
            command.Parameters.Add(new NpgsqlParameter($"p{i}", values[i] ?? DBNull.Value));
        return command;
    }
}
