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
        typeof(NoteSent), typeof(NotesReleased), typeof(NoteAcknowledged), typeof(AttemptStarted), typeof(AttemptGraded), typeof(TeamChanged),
    }.Select(EventTrunk.NameOf).ToFrozenSet(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<Guid, Turn> turns = [];
    private long signals;

    public string Name => "board-signals";

    public static string GroupOf(Guid team) => $"board:{team}";

    public async Task Consume(IReadOnlyList<EventRow> inOrder, CancellationToken cancellation)
    {
        foreach (var person in inOrder.Where(row => Moving.Contains(row.Type)).Select(row => row.Subject).Distinct())
            Touch((await staff.Find(person, cancellation))?.Team);
    }

    public void Touch(Guid? team)
    {
        if (team is not { } id)
            return;
        var turn = turns.GetOrAdd(id, _ => new Turn());
        TimeSpan wait;
        lock (turn)
        {
            // The signal to come tells this change too.
            if (turn.IsComing)
                return;
            wait = turn.Next - time.GetUtcNow();
            turn.IsComing = wait > TimeSpan.Zero;
            if (!turn.IsComing)
                turn.Next = time.GetUtcNow() + Apart;
        }

        if (wait > TimeSpan.Zero)
            _ = SignalLater(id, turn, wait);
        else
            Signal(id);
    }

    private async Task SignalLater(Guid team, Turn turn, TimeSpan wait)
    {
        await Task.Delay(wait, time);
        lock (turn)
            (turn.IsComing, turn.Next) = (false, time.GetUtcNow() + Apart);
        Signal(team);
    }

    private void Signal(Guid team) => live.Changed(GroupOf(team), "board", Interlocked.Increment(ref signals));

    private sealed class Turn
    {
        public DateTimeOffset Next { get; set; }

        public bool IsComing { get; set; }
    }
}
