using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>
/// The only writer of the academy's database. A command runs inside one write transaction: it loads fresh rows, decides,
/// writes, and its events are projected and chained before the commit. What this returns as accepted is on disk.
/// </summary>
public interface ILedger
{
    /// <summary>Runs a command and returns after its commit; a refused one leaves no trace.</summary>
    /// <exception cref="LedgerUnavailableException">The queue is full or the disk refuses writes: answer 503, try again later.</exception>
    Task<Decision<T>> Run<T>(Act act, Func<Entry, Task<Decision<T>>> command, CancellationToken cancellation = default);
}

/// <summary>The ledger cannot take a command now; nothing was written.</summary>
public sealed class LedgerUnavailableException(string reason, Exception? inner = null) : Exception(reason, inner);
