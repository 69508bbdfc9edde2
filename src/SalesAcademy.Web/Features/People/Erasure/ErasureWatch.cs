namespace SalesAcademy.Web.Features.People.Erasure;

/// <summary>Looks once before anything is served, so that nobody whom an older backup has brought back is ever seen, and then every hour, whose day has come.</summary>
internal sealed partial class ErasureWatch(ErasePeople erase, TimeProvider time, ILogger<ErasureWatch> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Look(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Look(stoppingToken);
    }

    private async Task Look(CancellationToken cancellation)
    {
        try
        {
            await erase.Run(cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The database or the disk of the list is away for a moment, which keeps nobody from working: what is due is still due at the next look.
            Postponed(log, e);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Nobody was erased: it is tried again")]
    private static partial void Postponed(ILogger logger, Exception e);
}
