using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Live;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Tells the receiver's pages that there are notes to fetch, and the author's that one was acknowledged or helped.</summary>
internal sealed class NotePush(ILive live) : IConsumer
{
    private static readonly string Sent = EventTrunk.NameOf(typeof(NoteSent));
    private static readonly string Released = EventTrunk.NameOf(typeof(NotesReleased));
    private static readonly string Acknowledged = EventTrunk.NameOf(typeof(NoteAcknowledged));
    private static readonly string Helped = EventTrunk.NameOf(typeof(NoteHelped));
    private static readonly string Withdrawn = EventTrunk.NameOf(typeof(NoteWithdrawn));
    private static readonly string Focused = EventTrunk.NameOf(typeof(FocusEnded));

    public string Name => "note-signals";

    public bool OnEveryNode => true;

    public Task Consume(IReadOnlyList<EventRow> inOrder, CancellationToken cancellation)
    {
        foreach (var row in inOrder.Where(row => row.Type == Sent || row.Type == Released || row.Type == Acknowledged || row.Type == Helped || row.Type == Focused || row.Type == Withdrawn))
            Signal(EventTrunk.Read(row), row.Sequence);
        return Task.CompletedTask;
    }

    private void Signal(object happened, long sequence)
    {
        switch (happened)
        {
            // Not even that a note waits may reach somebody who sits an examination.
            case NoteSent { Held: true }:
                break;
            case NoteSent sent:
                live.Changed(sent.Subject, "notes", sequence);
                break;
            case NotesReleased released:
                live.Changed(released.Subject, "notes", sequence);
                break;
            // What was sent in focus time comes now.
            case FocusEnded ended:
                live.Changed(ended.Subject, "notes", sequence);
                break;
            case NoteAcknowledged acknowledged:
                live.Changed(acknowledged.Subject, "note-states", sequence);
                live.Changed(acknowledged.Author, "note-states", sequence);
                break;
            case NoteWithdrawn withdrawn:
                live.Changed(withdrawn.Author, "note-states", sequence);
                break;
            case NoteHelped helped:
                live.Changed(helped.Author, "note-states", sequence);
                break;
        }
    }
}
