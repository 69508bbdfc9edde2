using System.Collections.Concurrent;
using SalesAcademy.Web.Shared.Live;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>While the nodes cannot call each other, tells the boards open at this one to look again every few seconds: nobody else would say that somebody moved at another node.</summary>
internal sealed class BoardReminder(INodes nodes, BoardPush board, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Guid, byte> watched = [];

    /// <summary>A manager of the team has a page open at this node.</summary>
    public void Watch(Guid team) => watched.TryAdd(team, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wasAway = false;
        using var timer = new PeriodicTimer(Often, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            // Once more when they are back: the last moves of the silence were told to nobody.
            var isAway = nodes.IsAway;
            if (isAway || wasAway)
                foreach (var team in watched.Keys)
                    board.Touch(team);
            wasAway = isAway;
        }
    }
}
