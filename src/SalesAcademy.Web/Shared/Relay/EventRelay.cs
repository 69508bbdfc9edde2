using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Relay;

/// <summary>
/// Walks the trunk after commits and hands events to the consumers; a failing one delays only itself. Each node feeds those of its own memory and browsers;
/// the node that holds the lease also feeds those that work once for all, each from its bookmark. These two walks wait for nothing of each other, and so each reads for itself.
/// </summary>
internal sealed partial class EventRelay(
    IEnumerable<IConsumer> consumers, IDbContextFactory<AcademyDb> contexts, IPreparedReads reads, ILedger ledger, TrunkSignal signal, Clock clock, AcademyOptions options, ILogger<EventRelay> log) : BackgroundService
{
    private const int Page = 256;
    private static readonly Statement Head = new("SELECT sequence FROM trunk_head WHERE id = 1");

    private static readonly Statement After = new("""
        SELECT sequence, type, version, subject, actor, real_actor, policy_hash, content_hash, reason_hash, at, local_date, zone, json, previous_hash, hash
        FROM events WHERE sequence > @p0 ORDER BY sequence LIMIT @p1
        """);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    private readonly string node = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.CreateVersion7():N}";
    private readonly IConsumer[] own = [.. consumers.Where(consumer => consumer.OnEveryNode)];
    private readonly IConsumer[] once = [.. consumers.Where(consumer => !consumer.OnEveryNode)];
    private readonly ConcurrentDictionary<string, long> heardHere = [];
    private readonly Dictionary<string, long> heard = [];
    private readonly Dictionary<string, long> kept = [];
    private Task? stopped;
    private long lagHere;
    private long lagOnce;
    private DateTime leaseUntil;
    private DateTime leaseRefusedAt;
    private DateTime keptAt;

    /// <summary>Events committed but not yet heard by the slowest consumer, as of the last look.</summary>
    public long Lag => Math.Max(Volatile.Read(ref lagHere), Volatile.Read(ref lagOnce));

    /// <summary>How far a consumer of every node has heard on this one.</summary>
    public long HeardHere(string consumer) => heardHere.GetValueOrDefault(consumer);

    // Before the first request: what is kept in memory from then on is as new as what is heard from then on.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var newest = await Newest();
        foreach (var consumer in own)
            heardHere[consumer.Name] = newest;
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Keep(WalkHere, signal.Listen(), stoppingToken), Keep(WalkOnce, signal.Listen(), stoppingToken));

    private async Task Keep(Func<CancellationToken, Task> walk, TrunkSignal.Listener told, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await told.Wait(Look, stopping);
                await walk(stopping);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                // The database may be away for a moment (a restart, a full queue); the bookmarks stand, so nothing is skipped.
                Paused(log, e);
                await MachinePause.For(Look, stopping);
            }
        }
    }

    // A host may be stopped by two hands at once (its own end, and whoever holds it): both wait for the one stop.
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (kept)
            return stopped ??= Stop(cancellationToken);
    }

    private async Task Stop(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (heard.Count > 0)
            await KeepBookmarks(CancellationToken.None);
        if (leaseUntil > clock.Now)
            await GiveUpLease();
    }

    private async Task WalkHere(CancellationToken cancellation)
    {
        var newest = await Newest();
        await Feed(own, heardHere, newest, cancellation);
        Volatile.Write(ref lagHere, newest - heardHere.Values.Append(newest).Min());
    }

    private async Task WalkOnce(CancellationToken cancellation)
    {
        if (!await HoldLease(cancellation))
        {
            Volatile.Write(ref lagOnce, 0);
            return;
        }

        var newest = await Newest();
        if (heard.Count == 0)
            await FindBookmarks(cancellation);
        await Feed(once, heard, newest, cancellation);
        if (clock.Now - keptAt > Settle)
            await KeepBookmarks(cancellation);
        Volatile.Write(ref lagOnce, newest - heard.Values.Append(newest).Min());
    }

    private async Task Feed(IConsumer[] some, IDictionary<string, long> heard, long newest, CancellationToken cancellation)
    {
        // Consumers stand at the same place nearly always: what one has been handed is not read again for the next.
        (long After, IReadOnlyList<EventRow> Page) read = (-1, []);
        async Task<IReadOnlyList<EventRow>> Next(long after) => (read = read.After == after ? read : (after, await Read(after))).Page;
        foreach (var consumer in some)
            await Feed(consumer, heard, newest, Next, cancellation);
    }

    // Prepared: after every commit both walks ask these two questions.
    private async Task<long> Newest() => (await reads.Rows(Head, row => row.GetInt64(0)))[0];

    private ValueTask<IReadOnlyList<EventRow>> Read(long after) => reads.Rows(After, EventRow.Read, after, Page);

    private async Task Feed(IConsumer consumer, IDictionary<string, long> heard, long newest, Func<long, Task<IReadOnlyList<EventRow>>> read, CancellationToken cancellation)
    {
        while (heard[consumer.Name] < newest)
        {
            var after = heard[consumer.Name];
            var page = await read(after);
            try
            {
                await consumer.Consume(page, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                ConsumerFailed(log, consumer.Name, after + 1, e);
                return;
            }

            heard[consumer.Name] = page[^1].Sequence;
        }
    }

    private async Task FindBookmarks(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.Set<BookmarkRow>().ToDictionaryAsync(b => b.Consumer, b => b.Sequence, cancellation);
        foreach (var consumer in once)
            heard[consumer.Name] = kept[consumer.Name] = rows.GetValueOrDefault(consumer.Name);
    }

    private async Task KeepBookmarks(CancellationToken cancellation)
    {
        keptAt = clock.Now;
        var moved = heard.Where(h => kept[h.Key] != h.Value).ToList();
        if (moved.Count == 0)
            return;
        await ledger.Run<Done>(clock.Act(), async entry =>
        {
            await entry.Hold(moved.Select(m => $"bookmark:{m.Key}"));
            foreach (var (consumer, sequence) in moved)
            {
                if (await entry.Db.FindAsync<BookmarkRow>(consumer) is { } row)
                    row.Sequence = sequence;
                else
                    entry.Db.Add(new BookmarkRow { Consumer = consumer, Sequence = sequence });
            }

            return Done.Value;
        }, cancellation);
        moved.ForEach(m => kept[m.Key] = m.Value);
    }

    // On SQLite the data folder's lock already names the one node, so whoever held the lease is gone; it decides on PostgreSQL.
    private async Task<bool> HoldLease(CancellationToken cancellation)
    {
        if (clock.Now + (Lease / 2) < leaseUntil)
            return true;
        // Woken by every commit, but asking writes.
        if (leaseRefusedAt != default && leaseRefusedAt <= clock.Now && clock.Now < leaseRefusedAt + Look)
            return false;
        var until = clock.Now + Lease;
        var held = await ledger.Run<Done>(clock.Act(), async entry =>
        {
            await entry.Hold("lease:relay");
            var row = await entry.Db.FindAsync<LeaseRow>("relay");
            if (row is not null && row.Holder != node && row.Until > entry.Act.At && options.Database is not null)
                return new Refusal("lease-held");
            row ??= entry.Db.Add(new LeaseRow { Name = "relay", Holder = node, Until = until }).Entity;
            if (row.Holder != node)
                heard.Clear();
            (row.Holder, row.Until) = (node, until);
            return Done.Value;
        }, cancellation);
        (leaseUntil, leaseRefusedAt) = held is Accepted<Done> ? (until, DateTime.MinValue) : (DateTime.MinValue, clock.Now);
        if (held is Refused<Done>)
            heard.Clear();
        return held is Accepted<Done>;
    }

    // The next node need not wait until it runs out.
    private Task<Decision<Done>> GiveUpLease() => ledger.Run<Done>(clock.Act(), async entry =>
    {
        await entry.Hold("lease:relay");
        if (await entry.Db.FindAsync<LeaseRow>("relay") is { } row && row.Holder == node)
            row.Until = entry.Act.At;
        return Done.Value;
    });

    [LoggerMessage(1, LogLevel.Warning, "The relay paused")]
    private static partial void Paused(ILogger logger, Exception e);

    [LoggerMessage(2, LogLevel.Error, "Consumer {Consumer} failed at event {Sequence} and will hear it again")]
    private static partial void ConsumerFailed(ILogger logger, string consumer, long sequence, Exception e);
}
