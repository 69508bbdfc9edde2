using System.Collections.Concurrent;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Live;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>
/// Keeps where everybody is. What open pages say is held in memory and written at most once a second per person, the newest last;
/// a beat shows that connections still live. After a crash the rows go stale by themselves, and a start forgets them.
/// </summary>
internal sealed partial class PresenceKeeper(
    ILedger ledger, LiveConnections connections, BoardPush board, BoardReminder reminder, AcademyOptions options, Clock clock, TimeProvider time,
    IHostApplicationLifetime lifetime, ILogger<PresenceKeeper> log) : BackgroundService, ILiveRoom
{
    public static readonly TimeSpan Stale = TimeSpan.FromSeconds(60);

    private const int MostAtOnce = 200;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    // Whoever goes from page to page is not gone in between.
    private static readonly TimeSpan BetweenPages = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Guid, PersonHere> here = [];

    public IEnumerable<string> GroupsOf(CurrentPerson person)
    {
        if (!person.Is(Role.Manager))
            return [];
        foreach (var team in person.ManagedTeams)
            reminder.Watch(team);
        return person.ManagedTeams.Select(BoardPush.GroupOf);
    }

    public Task Moved(CurrentPerson person, string connection, string? place)
    {
        // A board shows the people of teams; nobody looks for the others.
        if (person.Team is null || (place is not null && Place.Parse(place) is null))
            return Task.CompletedTask;
        var state = here.GetOrAdd(person.Id, _ => new PersonHere());
        var now = clock.Now;
        TimeSpan wait;
        lock (state)
        {
            if (!(place is null ? state.Leave(connection, now) : state.Move(connection, place, now)))
                return Task.CompletedTask;
            state.Team = person.Team;
            if (state.Pages == 0)
                state.Return = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            else
                state.Return?.TrySetResult();
            // When the house closes everybody leaves at once, which is written once at the end.
            if (state.IsWriting || lifetime.ApplicationStopping.IsCancellationRequested)
                return Task.CompletedTask;
            state.IsWriting = true;
            wait = state.NextWrite - now;
        }

        // Not awaited: a browser's next call does not wait for the disk.
        _ = Write(person.Id, state, wait);
        return Task.CompletedTask;
    }

    // The site has stopped serving before and the ledger stops after.
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var some in here.Where(person => person.Value.ChangedAt > person.Value.WrittenAt).Chunk(MostAtOnce))
            await Run(entry => WriteAll(entry, some));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Other nodes' connections live on; there a dead node's rows go stale instead.
        if (options.Database is null)
            await Run(entry => entry.Execute(PresenceStatements.Forget));
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            foreach (var some in here.Where(person => person.Value.Pages > 0).Chunk(MostAtOnce))
                await Run(entry => WriteAll(entry, some));
    }

    private void WriteAll(Entry entry, IEnumerable<KeyValuePair<Guid, PersonHere>> people)
    {
        foreach (var (person, state) in people)
            lock (state)
            {
                // A suspended person's connections end without a last word.
                if (!connections.IsConnected(person))
                    state.LeaveAll();
                state.WrittenAt = entry.Act.At;
                entry.Execute(PresenceStatements.Move, person, state.Place, state.ActiveAt, entry.Act.At, state.Pages);
            }
    }

    private async Task Write(Guid person, PersonHere state, TimeSpan wait)
    {
        try
        {
            // The rest of the second since the last write, by the academy's clock: a place left meanwhile costs no write.
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, lifetime.ApplicationStopping);
            await Returning(state).WaitAsync(BetweenPages, time, lifetime.ApplicationStopping);
        }
        catch (TimeoutException)
        {
            // No next page came: they are gone, and that is written.
        }
        catch (OperationCanceledException)
        {
            return; // written at the end
        }

        (string Place, DateTime ActiveAt, DateTime ChangedAt, int Pages) newest;
        lock (state)
        {
            newest = (state.Place, state.ActiveAt, state.ChangedAt, state.Pages);
            (state.IsWriting, state.NextWrite, state.WrittenAt) = (false, clock.Now + Apart, state.ChangedAt);
        }

        await Run(entry => entry.Execute(PresenceStatements.Move, person, newest.Place, newest.ActiveAt, newest.ChangedAt, newest.Pages));
        board.Spread(state.Team);
    }

    private static Task Returning(PersonHere state)
    {
        lock (state)
            return state is { Pages: 0, Return: { } gone } ? gone.Task : Task.CompletedTask;
    }

    private async Task Run(Action<Entry> write)
    {
        try
        {
            await ledger.Run<Done>(clock.Act(), entry =>
            {
                write(entry);
                return Task.FromResult<Decision<Done>>(Done.Value);
            });
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A place not written is told again by the next move; nobody's work hangs on it.
            NotWritten(log, e);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A presence was not written")]
    private static partial void NotWritten(ILogger logger, Exception e);
}
