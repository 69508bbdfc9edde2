using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Shared.Live;

/// <summary>Ends connections whose sign-in was ended at another node. One's own sign-outs end theirs at once, and lost rights are heard from the trunk.</summary>
internal sealed partial class LiveWatch(LiveConnections connections, SessionStore sessions, ILogger<LiveWatch> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (connections.Sessions is { Count: > 0 } open && await sessions.ForgetEnded(open, stoppingToken) is { Count: > 0 } ended)
                    connections.EndThoseOf(ended);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database is away for a moment: nothing can be fetched from it either.
                LookFailed(log, e);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Sign-ins of live connections were not looked at")]
    private static partial void LookFailed(ILogger logger, Exception e);
}
