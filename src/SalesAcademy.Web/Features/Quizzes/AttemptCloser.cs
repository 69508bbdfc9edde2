using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Ends attempts whose time is up while nobody looks, each in a command of its own: one that cannot be graded does not keep the others open.</summary>
internal sealed partial class AttemptCloser(
    IDbContextFactory<AcademyDb> contexts, CloseAttempt closing, Clock clock, TimeProvider time, ILogger<AttemptCloser> log) : Round(TimeSpan.FromSeconds(15), time, log)
{
    protected override Task Go(CancellationToken stopping) => CloseAll(stopping);

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
                CloseFailed(Log, attempt, e);
            }
        }
    }

    [LoggerMessage(2, LogLevel.Error, "Attempt {Attempt} could not be closed")]
    private static partial void CloseFailed(ILogger logger, Guid attempt, Exception e);
}
