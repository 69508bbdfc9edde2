using System.Collections.Concurrent;
using System.Collections.Frozen;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Live;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Tells the boards of a team's managers that something moved: at once, then at most once a second, the last change never lost.</summary>
internal sealed class BoardPush(ILive live, Staff staff, TimeProvider time) : IConsumer
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    private static readonly FrozenSet<string> Moving = new[]
    {
        typeof(NoteSent), typeof(NotesReleased), typeof(NoteAcknowledged), typeof(AttemptStarted), typeof(AttemptGraded), typeof(TeamChanged), typeof(ActionItemSettled),
    }.Select(EventTrunk.NameOf).ToFrozenSet(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<Guid, Turn> turns = [];
    private long signals;

    public string Name => "board-signals";

    public bool OnEveryNode => true;

    public static string GroupOf(Guid team) => $"board:{team}";

    public async Task Consume(IReadOnlyList<EventRow> inOrder, CancellationToken cancellation)
    {
        foreach (var person in inOrder.Where(row => Moving.Contains(row.Type)).Select(row => row.Subject).Distinct())
            Touch((await staff.Find(person, cancellation))?.Team);
    }

    /// <summary>Something that every node knows by itself has changed in a team.</summary>
    public void Touch(Guid? team) => Touch(team, everywhere: false);

    /// <summary>Somebody of a team has moved, which only the node knows whose page said so.</summary>
    public void Spread(Guid? team) => Touch(team, everywhere: true);

    private void Touch(Guid? team, bool everywhere)
    {
        if (team is not { } id)
            return;
        var turn = turns.GetOrAdd(id, _ => new Turn());
        TimeSpan wait;
        lock (turn)
        {
            turn.IsEverywhere |= everywhere;
            // The signal to come tells this change too.
            if (turn.IsComing)
                return;
            wait = turn.Next - time.GetUtcNow();
            turn.IsComing = true;
        }

        _ = SignalAfter(wait, id, turn);
    }

    private async Task SignalAfter(TimeSpan wait, Guid team, Turn turn)
    {
        // Not for something to happen, but for the rest of the second since the last signal, by the academy's clock: at most one signal a second, and
        // what moves meanwhile is told with it. Nobody awaits this, so a stop of the academy does not either.
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time);
        bool everywhere;
        lock (turn)
        {
            everywhere = turn.IsEverywhere;
            (turn.IsComing, turn.IsEverywhere, turn.Next) = (false, false, time.GetUtcNow() + Apart);
        }

        if (everywhere)
            live.Spread(GroupOf(team), "board", Interlocked.Increment(ref signals));
        else
            live.Changed(GroupOf(team), "board", Interlocked.Increment(ref signals));
    }

    private sealed class Turn
    {
        public DateTimeOffset Next { get; set; }

        public bool IsComing { get; set; }

        public bool IsEverywhere { get; set; }
    }
}
