namespace SalesAcademy.Web.Features.Coaching.Cadences;

/// <summary>Looks every few minutes whether an occurrence is to be planned, moved or called off. Every node looks; each is done once.</summary>
internal sealed partial class CadenceWatch(PlanOccurrences plan, TimeProvider time, ILogger<CadenceWatch> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await plan.LookAtAll(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database is away for a moment: what is due is still due at the next look.
                Postponed(log, e);
            }
    }

    [LoggerMessage(1, LogLevel.Warning, "Cadences were not looked at")]
    private static partial void Postponed(ILogger logger, Exception e);
}
