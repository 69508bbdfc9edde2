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

    /// <summary>
    /// Whether every node hears the trunk for itself, from its own start on: what is done to a node's memory and to the browsers connected to it.
    /// Everything else is done once for all nodes, by the one that relays, behind a bookmark.
    /// </summary>
    bool OnEveryNode => false;

    Task Consume(IReadOnlyList<EventRow> inOrder, CancellationToken cancellation);
}
