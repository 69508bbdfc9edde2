using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>The front door of Coaching: a note from a coach to somebody of their team.</summary>
public sealed class CoachingNotes
{
    private readonly SendNote send;

    internal CoachingNotes(SendNote send) => this.send = send;

    /// <summary>Sends a note, beside a passage of a lesson or to the person; refused as the live board would be.</summary>
    /// <param name="act">The coach's act.</param>
    /// <param name="person">Who receives it.</param>
    /// <param name="text">The words.</param>
    /// <param name="passage">The passage it stands beside, if any: course, lesson and block.</param>
    /// <param name="lead">The lead it is about, if any; that person owns it.</param>
    public async Task<Decision<Done>> Send(Act act, Guid person, string text, (string Course, string Lesson, string Block)? passage = null, Guid? lead = null)
    {
        var sent = await send.Run(act, new NoteForm { Person = person, Text = text, Course = passage?.Course, Lesson = passage?.Lesson, Block = passage?.Block, Lead = lead });
        return sent is Refused<SentNote> refused ? refused.Reason : Done.Value;
    }
}
