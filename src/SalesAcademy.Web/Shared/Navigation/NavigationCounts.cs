using System.Collections.Concurrent;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Shared.Navigation;

/// <summary>The counts of the rail, kept per person until something happens to that person or half a minute has passed, since no page may pay for them each time.</summary>
internal sealed class NavigationCounts(IServiceScopeFactory scopes, IEnumerable<NavigationItem> items, Clock clock) : IConsumer
{
    private const int MostKept = 20_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    // Nothing in the rail counts quizzes that are begun, and no page is asked for more often than those of one.
    private static readonly string Begun = EventTrunk.NameOf(typeof(AttemptStarted));

    private readonly ILookup<string, Role> shownTo = items.ToLookup(item => item.Url, item => item.For);

    private readonly ConcurrentDictionary<Guid, (IReadOnlyDictionary<string, int> Counts, DateTime Until)> kept = [];

    public string Name => "navigation-counts";

    public bool OnEveryNode => true;

    public async ValueTask<IReadOnlyDictionary<string, int>> Of(CurrentPerson person, CancellationToken cancellation)
    {
        if (kept.TryGetValue(person.Id, out var known) && known.Until > clock.Now)
            return known.Counts;
        await using var scope = scopes.CreateAsyncScope();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var source in scope.ServiceProvider.GetServices<INavigationCount>().Where(source => !shownTo.Contains(source.Url) || shownTo[source.Url].Any(person.Is)))
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
        foreach (var row in inOrder.Where(row => row.Type != Begun))
            Forget(row.Subject);
        return Task.CompletedTask;
    }
}
