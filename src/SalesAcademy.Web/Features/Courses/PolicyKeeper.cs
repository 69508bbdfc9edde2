using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Puts policies in force soon after another node has activated them.</summary>
internal sealed partial class PolicyKeeper(PolicyBook book, TimeProvider time, AcademyOptions options, ILogger<PolicyKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Database is null)
            return; // nobody else writes to the file
        using var timer = new PeriodicTimer(Often, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await book.Follow();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Postponed(log, e);
            }
    }

    [LoggerMessage(1, LogLevel.Warning, "Whether other policies were activated could not be read; it is asked again")]
    private static partial void Postponed(ILogger logger, Exception e);
}
