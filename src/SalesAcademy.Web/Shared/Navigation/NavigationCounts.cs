using System.Collections.Concurrent;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Shared.Navigation;

/// <summary>The counts of the rail, kept per person until something happens to that person or half a minute has passed, since no page may pay for them each time.</summary>
internal sealed class NavigationCounts(IServiceScopeFactory scopes, Clock clock) : IConsumer
{
    private const int MostKept = 20_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, (IReadOnlyDictionary<string, int> Counts, DateTime Until)> kept = [];

    public string Name => "navigation-counts";

    public async ValueTask<IReadOnlyDictionary<string, int>> Of(CurrentPerson person, CancellationToken cancellation)
    {
        if (kept.TryGetValue(person.Id, out var known) && known.Until > clock.Now)
            return known.Counts;
        await using var scope = scopes.CreateAsyncScope();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var source in scope.ServiceProvider.GetServices<INavigationCount>())
            counts[source.Url] = await source.Waiting(person, cancellation);
        if (kept.Count > MostKept)
            kept.Clear();
        kept[person.Id] = (counts, clock.Now + Fresh);
        return counts;
    }

    /// <summary>Counts of this person are read anew at their next page.</summary>
    public void Forget(Guid person) => kept.TryRemove(person, out _);

    public Task Consume(IReadOnlyList<EventRow> inOrder, CancellationToken cancellation)
    {
        foreach (var row in inOrder)
            Forget(row.Subject);
        return Task.CompletedTask;
    }
}
