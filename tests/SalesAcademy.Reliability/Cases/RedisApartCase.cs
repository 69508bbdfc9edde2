using SalesAcademy.Reliability.Coaching;
using SalesAcademy.Running;
using StackExchange.Redis;

namespace SalesAcademy.Reliability.Cases;

/// <summary>Two academies of two nodes each share one Redis, in two of its databases: each calls on a channel of its own, and no page of one hears a note of the other.</summary>
internal static class RedisApartCase
{
    private const int Readers = 4;
    private const int Notes = 40;

    public static async Task<Verdict> Run(Supplies supplies)
    {
        if (PostgresCluster.WhyNot is { } noPostgres)
            return Verdict.NotRun(noPostgres);
        if (RedisServer.WhyNot is { } noRedis)
            return Verdict.NotRun(noRedis);
        using var one = PostgresCluster.Start();
        using var two = PostgresCluster.Start();
        using var redis = new RedisServer();
        redis.Start();
        await using var here = await Lessons.Open(supplies.Product, Readers, nodes: 2, await one.CreateDatabase(), redis.Address);
        await using var there = await Lessons.Open(supplies.Product, Readers, nodes: 2, await two.CreateDatabase(), $"{redis.Address},defaultDatabase=1");
        var faults = new List<string>();
        await using var looking = await ConnectionMultiplexer.ConnectAsync(redis.Address);
        var server = looking.GetServers()[0];
        var channels = await server.SubscriptionChannelsAsync(RedisChannel.Pattern("*"));
        var listeners = new List<long>();
        foreach (var channel in channels.Where(channel => channel.ToString().StartsWith("academy:", StringComparison.Ordinal)))
            listeners.Add(await server.SubscriptionSubscriberCountAsync(channel));
        if (!listeners.SequenceEqual([2, 2]))
            faults.Add($"listeners by channel: {string.Join(", ", listeners)}");
        var told = there.Readers.Sum(reader => reader.Signals);
        for (var i = 0; i < Notes; i++)
        {
            var (number, _) = await here.Send(i % Readers);
            if (!await here.Readers[i % Readers].HasShown(number, TimeSpan.FromSeconds(2)))
                faults.Add($"note {number} was not shown within 2 s");
        }

        if (there.Readers.Sum(reader => reader.Signals) - told is > 0 and var crossed)
            faults.Add($"{crossed} signals crossed");
        faults.AddRange(await here.Judge());
        faults.AddRange(await there.Judge());
        return Verdict.From(faults, $"{Notes} notes in one academy, {listeners.Count} channels with {string.Join(" and ", listeners)} listeners, no signal in the other");
    }
}
