using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>Keeps a room's rows in step with an event, inside the transaction that records it. It touches only the event's people and may record what follows.</summary>
/// <typeparam name="TEvent">The event it hears.</typeparam>
public interface IProjection<in TEvent>
    where TEvent : IEvent
{
    Task Apply(TEvent happened, Entry entry);
}

/// <summary>Which projections hear which event, read once from the rooms' registrations.</summary>
internal sealed class Projections(IServiceProvider services, IEnumerable<ProjectionRegistration> registrations)
{
    // A chain of consequences longer than this, for each event a command recorded itself, is a loop, and a loop is a bug.
    private const int LongestChain = 1000;

    // What a context tracks is looked through at every save: a command over thousands of people would spend its time on rows long written.
    private const int Remembered = 100;

    private readonly ILookup<Type, ProjectionRegistration> byEvent = registrations.ToLookup(r => r.Event);

    public async Task Apply(Entry entry, Func<Entry, Task> save)
    {
        var most = LongestChain * Math.Max(1, entry.Recorded.Count);
        for (var i = 0; i < entry.Recorded.Count; i++)
        {
            if (i == most)
                throw new InvalidOperationException($"More than {most} events followed from one command; the last was {entry.Recorded[i].GetType().Name}.");
            foreach (var registration in byEvent[entry.Recorded[i].GetType()])
                await registration.Apply(services, entry.Recorded[i], entry);
            await save(entry);
            if ((i + 1) % Remembered == 0)
                entry.Forget();
        }
    }
}

internal sealed record ProjectionRegistration(Type Event, Type Projection, Func<IServiceProvider, IEvent, Entry, Task> Apply);

internal static class ProjectionServices
{
    public static IServiceCollection AddProjection<TEvent, TProjection>(this IServiceCollection services)
        where TEvent : IEvent
        where TProjection : class, IProjection<TEvent>
    {
        services.AddSingleton(new ProjectionRegistration(typeof(TEvent), typeof(TProjection),
            static (provider, happened, entry) => provider.GetRequiredService<TProjection>().Apply((TEvent)happened, entry)));
        if (services.All(s => s.ServiceType != typeof(TProjection)))
            services.AddSingleton<TProjection>();
        return services;
    }
}
