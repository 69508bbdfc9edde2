using SalesAcademy.Reliability.Coaching;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>Redis dies under two nodes and comes back: notes are accepted all the time, arrive within five seconds without it, and at once with it.</summary>
internal static class RedisCase
{
    private const int Readers = 10;
    private const int Each = 5;
    private static readonly TimeSpan Without = TimeSpan.FromSeconds(5);

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
        var faults = new List<string>();
        await Round(lessons, faults, "before"); // warm
        var before = await Round(lessons, faults, "with Redis");
        redis.Kill();
        var dead = await Round(lessons, faults, "just after Redis died");
        if (!await SaysDegraded(lessons, wanted: true))
            faults.Add("readiness does not say degraded");
        var without = await Round(lessons, faults, "without Redis");
        foreach (var node in lessons.Nodes)
            if (!await node.Answers("/readyz"))
                faults.Add("a node without Redis does not want to serve");
        redis.Start();
        if (!await SaysDegraded(lessons, wanted: false))
            faults.Add("readiness says degraded although Redis is back");
        var after = await Round(lessons, faults, "with Redis again");
        var slowest = lessons.Coach.Took.Order().ElementAt(lessons.Coach.Took.Count * 99 / 100);
        if (slowest >= 300 && !Machine.IsBusy)
            faults.Add($"the p99 of sending is {slowest:0} ms");
        faults.AddRange(await lessons.Judge());
        return Verdict.From(faults, $"slowest shown after {before} ms with Redis, {dead} ms in its death, {without} ms without, {after} ms with it again; sending p99 {slowest:0} ms{Machine.Note}");
    }

    // Asked again and again: when a node notices is its own business, that it does is ours.
    private static async Task<bool> SaysDegraded(Lessons lessons, bool wanted)
    {
        using var probe = new HttpClient();
        for (var began = Environment.TickCount64; Environment.TickCount64 - began < Machine.Patience.TotalMilliseconds; await Task.Delay(250))
            if ((await probe.GetStringAsync(new Uri(lessons.Nodes[0].Address, "/readyz"))).Contains("degraded", StringComparison.Ordinal) == wanted)
                return true;
        return false;
    }

    // The slowest note of a round.
    private static async Task<double> Round(Lessons lessons, List<string> faults, string when)
    {
        var slowest = 0.0;
        for (var i = 0; i < Readers * Each; i++)
        {
            var reader = lessons.Readers[i % Readers];
            var (number, asked) = await lessons.Send(i % Readers);
            if (!await reader.HasShown(number, Without))
                faults.Add($"note {number}, sent {when}, was not shown within {Without.TotalSeconds:0} s");
            else
                slowest = Math.Max(slowest, reader.At[number] - asked);
        }

        return slowest;
    }
}
