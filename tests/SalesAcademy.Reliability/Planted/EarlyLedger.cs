using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Reliability.Planted;

/// <summary>
/// Tells that an answer is saved as soon as that is decided: its COMMIT is still to come, on a slow disk. Other commands are
/// told in time, since a learner who cannot open the attempt just begun would save no answers.
/// </summary>
internal sealed class EarlyLedger(SqliteLedger ledger) : ILedger
{
    private static readonly TimeSpan SlowDisk = TimeSpan.FromMilliseconds(20);

    public async Task<Decision<T>> Run<T>(Act act, Func<Entry, Task<Decision<T>>> command, CancellationToken cancellation = default)
    {
        if (typeof(T) != typeof(StoredAnswer))
            return await ledger.Run(act, command, cancellation);
        var told = new TaskCompletionSource<Decision<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var written = ledger.Run<T>(act, async entry =>
        {
            var decision = await command(entry);
            told.TrySetResult(decision);
            await Task.Delay(SlowDisk, CancellationToken.None);
            return decision;
        }, cancellation);
        return await await Task.WhenAny(told.Task, written);
    }
}
