using System.Collections.Concurrent;
using SalesAcademy.Reliability.Coaching;
using SalesAcademy.Reliability.Planted;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>Notes while the cable is cut at random and nodes are killed: every page shows each once, in order, and one whose line holds shows it within 300 ms.</summary>
internal static class NotesCase
{
    private const int Readers = 20;
    private const int Senders = 8;
    private const int Alone = 150;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>One node on a file, cut and killed, in the time of a commit.</summary>
    public static async Task<Verdict> RunShort(Supplies supplies)
    {
        await using var lessons = await Lessons.Open(supplies.Product, readers: 8);
        return await Judge(lessons, notes: 400, kills: 1);
    }

    /// <summary>Ten thousand notes at two nodes on PostgreSQL that call each other over Redis.</summary>
    public static async Task<Verdict> Run(Supplies supplies)
    {
        if (PostgresCluster.WhyNot is { } noPostgres)
            return Verdict.NotRun(noPostgres);
        if (RedisServer.WhyNot is { } noRedis)
            return Verdict.NotRun(noRedis);
        using var cluster = PostgresCluster.Start();
        using var redis = new RedisServer();
        redis.Start();
        await using var lessons = await Lessons.Open(supplies.Product, Readers, nodes: 2, await cluster.CreateDatabase(), redis.Address);
        return await Judge(lessons, notes: 10_000, kills: 4);
    }

    /// <summary>A relay that drops one signal in a hundred, and a fetch that gives a note twice.</summary>
    public static async Task<Verdict> RunFaulty(Supplies supplies)
    {
        var caught = new List<string>();
        var escaped = new List<string>();
        foreach (var fault in (string[])[FaultyAcademy.DeafRelay, FaultyAcademy.DoubledFetch])
        {
            await using var lessons = await Lessons.Open(Supplies.Faulty(fault), readers: 4);
            var late = await SendAlone(lessons);
            var faults = (await lessons.Judge()).Count + late.Count;
            (faults > 0 ? caught : escaped).Add($"{fault}: {faults} faults");
        }

        return Verdict.From(escaped, string.Join(", ", caught));
    }

    private static async Task<Verdict> Judge(Lessons lessons, int notes, int kills)
    {
        var faults = await SendAlone(lessons);
        var (sent, cuts, lastCut) = (0, 0, Environment.TickCount64);
        var calm = new ConcurrentBag<double>();
        var watched = new ConcurrentBag<Task>();
        using var done = new CancellationTokenSource();
        var trouble = Task.Run(async () =>
        {
            for (var next = 1; !done.IsCancellationRequested;)
            {
                // By chance, so that a cut falls anywhere in the work of another process, whose clock no test can move.
                await Task.Delay(Random.Shared.Next(1500, 4500));
                lastCut = Environment.TickCount64;
                cuts++;
                lessons.Cable.Cut(TimeSpan.FromMilliseconds(Random.Shared.Next(500)));
                if (sent < notes * next / (kills + 1))
                    continue;
                var node = next++ % lessons.Nodes.Count;
                lessons.Kill(node);
                await lessons.Start(node);
            }
        });
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async sender =>
        {
            // Each sender has readers of its own, so that the order of their notes is known.
            for (var reader = sender; Interlocked.Increment(ref sent) <= notes; reader = reader + Senders < lessons.Readers.Count ? reader + Senders : sender)
            {
                var page = lessons.Readers[reader];
                var (number, asked) = await lessons.Send(reader);
                watched.Add(Watch(page, number, asked));
            }
        }));
        await done.CancelAsync();
        await trouble;
        await Task.WhenAll(watched);
        faults.AddRange(await lessons.Judge());
        var inOrder = calm.Order().ToList();
        var p95 = inOrder.Count == 0 ? double.NaN : inOrder[inOrder.Count * 95 / 100];
        if (p95 >= 300 && !Machine.IsBusy)
            faults.Add($"p95 of a line that held is {p95:0} ms");
        async Task Watch(Reader page, int number, long asked)
        {
            // Only a line that held from before the note until it was shown promises anything about time.
            if (page.ConnectedSince is > 0 and var since && since < asked && await page.HasShown(number, Soon) && page.ConnectedSince == since && page.At[number] >= asked)
                calm.Add(page.At[number] - asked);
        }

        return Verdict.From(faults, $"{notes} notes, {cuts} cuts, {kills} kills, {lessons.Nodes.Count} nodes: shown on a line that held p50 {inOrder[inOrder.Count / 2]:0} ms, p95 {p95:0} ms of {inOrder.Count}{Machine.Note}");
    }

    // One note at a time: nothing comes after it that would bring a lost one along.
    private static async Task<List<string>> SendAlone(Lessons lessons)
    {
        var late = new List<string>();
        for (var i = 0; i < Alone; i++)
        {
            var reader = i % lessons.Readers.Count;
            var (number, _) = await lessons.Send(reader);
            if (!await lessons.Readers[reader].HasShown(number, Soon))
                late.Add($"note {number} was not shown within {Soon.TotalSeconds:0} s although the line held");
        }

        return late;
    }
}
