using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Relay;

/// <summary>
/// Hears committed events in order, at least once: a restart may repeat the last few, so consuming twice must do no harm.
/// Signals, mail and webhooks are consumers; rows of the academy are kept by projections instead.
/// </summary>
public interface IConsumer
{
    /// <summary>The name of its bookmark.</summary>
    string Name { get; }

    Task Consume(IReadOnlyList<EventRow> inOrder, CancellationToken cancellation);
}
