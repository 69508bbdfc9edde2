using System.Globalization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Health;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Relay;
using StackExchange.Redis;

namespace SalesAcademy.Web.Shared.Live;

/// <summary>
/// Calls between the nodes over one Redis channel, which carries the organisation's own mark in its name: that events were committed, and signals no event tells.
/// Only sequences, groups and topics cross it. While Redis is away the nodes hear of each other by looking at the trunk.
/// </summary>
internal sealed partial class RedisNodes(
    AcademyOptions options, ILedger ledger, Clock clock, TrunkSignal trunk, TimeProvider time, ILogger<RedisNodes> log) : BackgroundService, INodes, IHealthSign
{
    private const char Between = '\n';
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private readonly string node = Guid.CreateVersion7().ToString("N");
    private ConnectionMultiplexer? redis;
    private RedisChannel channel;

    public string Name => "redis";

    public bool StopsServing => false;

    public bool IsAway => redis?.IsConnected != true;

    public Action<Signal>? Heard { get; set; }

    public Task<string?> Look(CancellationToken cancellation) => Task.FromResult(IsAway ? "away: nodes hear of each other once a second" : null);

    public void Tell(Signal signal) => Publish(string.Join(Between, node, signal.Sequence.ToString(CultureInfo.InvariantCulture), signal.Group, signal.Topic));

    public override void Dispose()
    {
        redis?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        trunk.Tell = Committed;
        try
        {
            while (redis is null)
            {
                try
                {
                    redis = await Connect();
                }
                catch (Exception e) when (e is RedisException or LedgerUnavailableException)
                {
                    NotConnected(log, e);
                    // Not at once again: an address that cannot be reached would keep a core busy and fill the log.
                    await Task.Delay(Again, time, stoppingToken);
                }
            }

            // Redis calls back; this only holds the subscription until the academy stops.
            await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken);
        }
        finally
        {
            trunk.Tell = null;
        }
    }

    private async Task<ConnectionMultiplexer> Connect()
    {
        channel = RedisChannel.Literal($"academy:{await Organisation()}");
        var settings = ConfigurationOptions.Parse(options.Redis!);
        settings.AbortOnConnectFail = false;
        settings.BacklogPolicy = BacklogPolicy.FailFast; // what cannot be told now is seen at the trunk within a second
        settings.ReconnectRetryPolicy = new LinearRetry(1000);
        settings.ConnectTimeout = 2000;
        settings.HeartbeatInterval = TimeSpan.FromSeconds(1);
        var connected = await ConnectionMultiplexer.ConnectAsync(settings);
        // Signals told while it was away are gone: look once, at the moment it is back.
        connected.ConnectionRestored += (_, _) => trunk.Wake();
        await connected.GetSubscriber().SubscribeAsync(channel, (_, said) => Hear(said.ToString()), CommandFlags.FireAndForget);
        return connected;
    }

    // The mark is the database's own, made once: no setting to forget, and two academies on one Redis cannot hear each other.
    private async Task<string> Organisation()
    {
        var mark = Guid.CreateVersion7().ToString("N");
        await ledger.Run<Done>(clock.Act(), async entry =>
        {
            await entry.Hold("organisation");
            if (await entry.Db.FindAsync<LeaseRow>("organisation") is { } row)
                mark = row.Holder;
            else
                entry.Db.Add(new LeaseRow { Name = "organisation", Holder = mark, Until = DateTime.UnixEpoch });
            return Done.Value;
        });
        return mark;
    }

    private void Committed(long sequence) => Publish(string.Join(Between, node, sequence.ToString(CultureInfo.InvariantCulture)));

    private void Publish(string said)
    {
        if (!IsAway)
            redis!.GetSubscriber().Publish(channel, said, CommandFlags.FireAndForget);
    }

    private void Hear(string said)
    {
        switch (said.Split(Between))
        {
            case [var from, ..] when from == node:
                break;
            case [_, _]:
                trunk.Wake();
                break;
            case [_, var sequence, var group, var topic]:
                Heard?.Invoke(new Signal(group, topic, long.Parse(sequence, CultureInfo.InvariantCulture)));
                break;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Redis cannot be reached yet")]
    private static partial void NotConnected(ILogger logger, Exception e);
}
