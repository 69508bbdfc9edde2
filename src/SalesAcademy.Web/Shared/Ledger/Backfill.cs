using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>
/// Writes a made-up past in bulk, past the queue: for a generator alone, while nothing serves. Rows stand as the model maps them and events are
/// chained like any others. A batch is written while the next one is made, so that memory stays flat however much is handed over.
/// </summary>
internal sealed class Backfill : IAsyncDisposable
{
    private const int Batch = 8_000;

    private readonly DbConnection connection;
    private readonly IModel model;
    private Dictionary<Type, BackfillTable> filling = [];
    private Dictionary<Type, BackfillTable> writing = [];
    private Task written = Task.CompletedTask;
    private TrunkHead head;
    private int waiting;

    private Backfill(DbConnection connection, IModel model) => (this.connection, this.model) = (connection, model);

    /// <summary>Rows written or handed over so far, events included.</summary>
    public long Rows { get; private set; }

    /// <summary>Opens the store of a context; with the head of the trunk where the store has one.</summary>
    public static async Task<Backfill> Open(DbContext store)
    {
        var text = store.Database.GetConnectionString();
        DbConnection line = store.Database.IsSqlite() ? new SqliteConnection($"{text};Pooling=False") : new NpgsqlConnection(text);
        await line.OpenAsync();
        var backfill = new Backfill(line, store.Model);
        // Whoever is interrupted begins anew: nothing was promised to anybody, so that no commit waits for the disk before the end.
        if (line is SqliteConnection)
            await backfill.Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON; PRAGMA cache_size=-262144; PRAGMA wal_autocheckpoint=16384;");
        if (store.Model.FindEntityType(typeof(TrunkHeadRow)) is not null)
            await backfill.ReadHead();
        return backfill;
    }

    /// <summary>Chains an event to the trunk; its sequence.</summary>
    public async ValueTask<long> Record(IEvent happened, Act act)
    {
        var row = EventTrunk.Chain(happened, act, reasonHash: null, head.Sequence, head.Hash);
        head = new TrunkHead(row.Sequence, row.Hash);
        await Add(row);
        return row.Sequence;
    }

    public async ValueTask Add(object row)
    {
        var type = row.GetType();
        if (!filling.TryGetValue(type, out var table))
            filling[type] = table = BackfillTable.Of(model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is no row."));
        table.Add(row);
        Rows++;
        if (++waiting >= Batch)
            await Pass();
    }

    /// <summary>Writes what is left and waits until the disk has everything.</summary>
    public async Task Finish()
    {
        await Pass();
        await written;
        if (connection is SqliteConnection)
            await Run("PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize;");
        else
            await Run("ANALYZE");
    }

    public async ValueTask DisposeAsync()
    {
        await written.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await connection.DisposeAsync();
    }

    private async Task Pass()
    {
        await written;
        (filling, writing, waiting) = (writing, filling, 0);
        var reached = head;
        written = Task.Run(() => Write(reached));
    }

    private void Write(TrunkHead reached)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var table in writing.Values.Where(table => table.Waiting > 0))
        {
            if (connection is SqliteConnection file)
                table.Insert(file, (SqliteTransaction)transaction);
            else
                table.Copy((NpgsqlConnection)connection);
        }

        if (reached.Sequence > 0)
        {
            using var move = connection.CreateCommand();
            move.Transaction = transaction;
            move.CommandText = $"UPDATE trunk_head SET sequence = {reached.Sequence}, hash = '{reached.Hash}' WHERE id = {TrunkHeadRow.TheOnly}";
            move.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private async Task ReadHead()
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, hash FROM trunk_head WHERE id = 1";
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        head = new TrunkHead(reader.GetInt64(0), reader.GetString(1));
    }

    private async Task Run(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
