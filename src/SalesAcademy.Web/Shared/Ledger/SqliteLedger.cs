using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>
/// One bounded queue and one writer: up to 64 waiting commands share a transaction and a commit, each behind its own
/// savepoint, so that a failing one rolls back alone. Callers hear of success only after the COMMIT has returned.
/// </summary>
internal sealed partial class SqliteLedger(Func<SqliteWriter> open, CommandRunner runner, TrunkSignal signal, ILogger<SqliteLedger> log) : BackgroundService, ILedger
{
    private const int LongestBatch = 64;
    private const int LongestQueue = 1024;

    private readonly Channel<Work> queue = Channel.CreateBounded<Work>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private volatile bool isStopping;
    private volatile bool isBehind;

    public Task<Decision<T>> Run<T>(Act act, Func<Entry, Task<Decision<T>>> command, CancellationToken cancellation = default)
    {
        var work = new Work<T>(act, command, cancellation);
        return queue.Writer.TryWrite(work) ? work.Completion : throw new LedgerUnavailableException(isStopping ? "The academy is stopping." : "The ledger's queue is full.");
    }

    /// <summary>Somebody has written past the queue, as a generator may: the next batch opens afresh and reads the head of the trunk from the file.</summary>
    public void ReadAnew() => isBehind = true;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        isStopping = true;
        queue.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
        while (queue.Reader.TryRead(out var left))
            left.Fail(new LedgerUnavailableException("The academy is stopping."));
    }

    // On the pool, not on a thread of its own: whoever a commit has answered stands in the same queue before the next batch,
    // is often back at once, and joins it. A thread of its own would begin with the first of them, and the others would wait
    // for a second commit.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        SqliteWriter? writer = null;
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None)) // what is queued is still written; StopAsync ends the queue
            writer = await WriteBatch(writer);
        writer?.Dispose();
    }

    // Gives back the writer for the next batch. A lost batch takes its connection with it: the next one opens afresh and
    // reads the head of the trunk from the file, whatever state the failure left behind.
    private async Task<SqliteWriter?> WriteBatch(SqliteWriter? writer)
    {
        var batch = new List<Work>(LongestBatch);
        var waitingSince = queue.Reader.Count;
        try
        {
            if (isBehind)
            {
                isBehind = false;
                writer?.Dispose();
                writer = null;
            }

            writer ??= open();
            writer.Begin();
            while (batch.Count < LongestBatch && queue.Reader.TryRead(out var work))
            {
                if (work.GaveUp)
                    continue;
                batch.Add(work);
                await RunOne(work, writer);
            }

            writer.Commit();
        }
        catch (Exception e)
        {
            // Whatever it was, this loop is the academy's only writer and goes on. Who waited all the while for a file that
            // does not even open or begin (another process holds it) has waited long enough; who came since gets a try.
            if (batch.Count == 0)
                while (batch.Count < waitingSince && queue.Reader.TryRead(out var waiting))
                    batch.Add(waiting);
            BatchLost(log, batch.Count, e);
            batch.ForEach(work => work.Fail(new LedgerUnavailableException("The disk refuses writes.", e)));
            Discard(writer);
            return null;
        }

        batch.ForEach(work => work.Succeed());
        signal.Raise(writer.Head.Sequence);
        return writer;
    }

    private static void Discard(SqliteWriter? writer)
    {
        try
        {
            writer?.Dispose();
        }
        catch (Exception e) when (e is SqliteException or InvalidOperationException)
        {
            // Its rollback failed as well; the file's own recovery undoes what was never committed.
        }
    }

    private async Task RunOne(Work work, SqliteWriter writer)
    {
        writer.Savepoint();
        try
        {
            if (await work.Run(runner, writer))
                writer.Release();
            else
                writer.RollbackToSavepoint();
        }
        catch (Exception e) when (!SqliteWriter.LosesTheTransaction(e))
        {
            writer.RollbackToSavepoint();
            work.Fail(e);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A batch of {Count} commands was rolled back")]
    private static partial void BatchLost(ILogger logger, int count, Exception e);

    private abstract class Work
    {
        public abstract bool GaveUp { get; }

        public abstract Task<bool> Run(CommandRunner runner, SqliteWriter writer);

        public abstract void Succeed();

        public abstract void Fail(Exception e);
    }

    private sealed class Work<T>(Act act, Func<Entry, Task<Decision<T>>> command, CancellationToken cancellation) : Work
    {
        private readonly TaskCompletionSource<Decision<T>> caller = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Decision<T>? decision;

        public Task<Decision<T>> Completion => caller.Task;

        public override bool GaveUp => cancellation.IsCancellationRequested && caller.TrySetCanceled(cancellation);

        public override async Task<bool> Run(CommandRunner runner, SqliteWriter writer)
        {
            var entry = new Entry(act, writer.OpenContext, writer);
            try
            {
                decision = await runner.Run(entry, command);
                return decision is Accepted<T>;
            }
            finally
            {
                if (entry.OpenedDb is { } db)
                    await db.DisposeAsync();
            }
        }

        public override void Succeed() => caller.TrySetResult(decision!);

        public override void Fail(Exception e) => caller.TrySetException(e);
    }
}
