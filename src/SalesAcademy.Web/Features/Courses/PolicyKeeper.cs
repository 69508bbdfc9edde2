using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Puts policies in force soon after another node has activated them, and those that could not be followed, or found whole in the folder, at once.</summary>
internal sealed partial class PolicyKeeper(PolicyBook book, TimeProvider time, AcademyOptions options, ILogger<PolicyKeeper> log) : BackgroundService
{
    // Other nodes share a server's store only; on a file it is the archive that may have had no room.
    private readonly TimeSpan often = TimeSpan.FromSeconds(options.Database is null ? 30 : 2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(often, time);
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
