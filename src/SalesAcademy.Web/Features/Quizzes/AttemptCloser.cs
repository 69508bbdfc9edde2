using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Ends attempts whose time is up while nobody looks, each in a command of its own: one that cannot be graded does not keep the others open.</summary>
internal sealed partial class AttemptCloser(
    IDbContextFactory<AcademyDb> contexts, CloseAttempt closing, Clock clock, TimeProvider time, ILogger<AttemptCloser> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CloseAll(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database is away for a moment: the attempts are still open at the next look.
                LookFailed(log, e);
            }
        }
    }

    private async Task CloseAll(CancellationToken cancellation)
    {
        var ended = clock.Now - AttemptRules.Grace;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        foreach (var attempt in await db.Set<AttemptRow>().Where(a => a.FinishedAt == null && a.Deadline < ended).OrderBy(a => a.Deadline).Select(a => a.Id).ToListAsync(cancellation))
        {
            try
            {
                await closing.Run(clock.Act(), attempt);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                CloseFailed(log, attempt, e);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Looking for attempts whose time is up failed")]
    private static partial void LookFailed(ILogger logger, Exception e);

    [LoggerMessage(2, LogLevel.Error, "Attempt {Attempt} could not be closed")]
    private static partial void CloseFailed(ILogger logger, Guid attempt, Exception e);
}
