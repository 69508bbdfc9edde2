namespace SalesAcademy.Web.Shared.Rooms;

/// <summary>What a room does by itself, again and again. Every node does it: what must happen once is held through the Ledger.</summary>
/// <param name="every">How often.</param>
/// <param name="time">Whose clock.</param>
/// <param name="log">Where it is said that a round was put off.</param>
/// <param name="atOnce">Whether the first is done at the start, and not only after a while.</param>
internal abstract partial class Round(TimeSpan every, TimeProvider time, ILogger log, bool atOnce = false) : BackgroundService
{
    protected ILogger Log => log;

    /// <summary>What is done in one round. Doing it twice does no harm.</summary>
    protected abstract Task Go(CancellationToken stopping);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        if (atOnce)
            await Try(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Try(stoppingToken);
    }

    /// <summary>Goes one round; what fails is said in the log.</summary>
    protected async Task Try(CancellationToken stopping)
    {
        try
        {
            await Go(stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The database is away for a moment: what is due is still due in the next round.
            PutOff(log, GetType().Name, e);
        }
    }

    [LoggerMessage(1000, LogLevel.Warning, "{Round} was put off to its next round")]
    private static partial void PutOff(ILogger logger, string round, Exception e);
}
