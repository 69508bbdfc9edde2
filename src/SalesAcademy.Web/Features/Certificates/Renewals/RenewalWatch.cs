namespace SalesAcademy.Web.Features.Certificates.Renewals;

/// <summary>Looks every hour whether somebody is to be reminded of a certificate that ends. Every node looks; each reminder is given once.</summary>
internal sealed partial class RenewalWatch(RemindHolders remind, TimeProvider time, ILogger<RenewalWatch> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await remind.Run(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database is away for a moment: what is due is still due at the next look.
                Postponed(log, e);
            }
    }

    [LoggerMessage(1, LogLevel.Warning, "Holders of certificates were not reminded")]
    private static partial void Postponed(ILogger logger, Exception e);
}
