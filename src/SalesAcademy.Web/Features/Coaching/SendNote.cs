using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>What a coach fills in beside a passage.</summary>
internal sealed record NoteForm
{
    public Guid Person { get; init; }

    public string? Text { get; init; }

    public string? Course { get; init; }

    public string? Lesson { get; init; }

    /// <summary>The passage; null for a note to the person.</summary>
    public string? Block { get; init; }

    /// <summary>The words chosen in it; null for the whole passage.</summary>
    public string? Quote { get; init; }

    /// <summary>Where they start in the passage.</summary>
    public int Offset { get; init; }

    /// <summary>The lead it is about.</summary>
    public Guid? Lead { get; init; }

    /// <summary>The attempt whose answer it is about.</summary>
    public Guid? Attempt { get; init; }

    /// <summary>The question's place in the attempt.</summary>
    public int? Question { get; init; }

    /// <summary>The second of the recorded pitch; null for the whole answer.</summary>
    public int? Second { get; init; }

    /// <summary>The page it was written on, beside what it is about; null for the board.</summary>
    public string? ReturnUrl { get; init; }

    public bool IsBeside => (Lead ?? Attempt) is not null;
}

/// <summary>Sends a note to a member of one's own team, held back while they sit a certification quiz.</summary>
internal sealed class SendNote(ILedger ledger, Library library, Clock clock)
{
    public Task<Decision<SentNote>> Run(Act act, NoteForm form, CancellationToken cancellation = default) => ledger.Run<SentNote>(act, async entry =>
    {
        if (entry.Act.Actor is not { } author)
            return Refusal.NotFound;
        var managers = Staff.ManagersOf(entry.Db, form.Person);
        if (await NewNote.To(entry, form.Person, entry.Db.Set<PersonRow>().Where(p => p.SuspendedAt == null && managers.Contains(author))) is not { } receiver)
            return Refusal.NotFound;
        var decided = NoteText.Decide(form.Text);
        if (decided is not Accepted<string> words)
            return ((Refused<string>)decided).Reason;
        if (await NoteThings.Refuse(entry.Db, form, cancellation) is { } unseen)
            return unseen;
        var shown = form.Block is null || form.IsBeside ? default : library.Now.FindCourse(form.Course ?? "")?.FindLesson(form.Lesson ?? "")?.Text.In(receiver.ContentLanguage);
        var anchor = AnchorIn(shown?.Value, form);
        if (form.Block is not null && anchor is null && !form.IsBeside)
            return new Refusal("passage-changed");

        var sent = NewNote.Put(entry, new NoteRow
        {
            Id = entry.NewId(),
            Person = form.Person,
            Sequence = receiver.Next,
            Author = author,
            Text = words.Value,
            Course = anchor is null ? null : form.Course,
            Lesson = anchor is null ? null : form.Lesson,
            Block = anchor?.Block,
            Quote = anchor?.Quote,
            Prefix = anchor?.Prefix,
            Suffix = anchor?.Suffix,
            Locale = anchor is null ? null : shown?.Locale,
            ContentHash = anchor is null ? null : library.Now.Hash,
            Lead = form.Lead,
            Attempt = form.Lead is null ? form.Attempt : null,
            Question = form.Lead is null && form.Attempt is not null ? form.Question : null,
            Second = form.Lead is null && form.Attempt is not null ? form.Second : null,
            Readers = library.Now.Coaching.Readers,
            At = entry.Act.At,
            Held = receiver.Held,
        });
        return sent with { Rests = Rest.Until(library.Now.Coaching, receiver.Zone, receiver.Focus, clock, entry.Act.At) };
    }, cancellation);

    private static Anchor? AnchorIn(LessonText? lesson, NoteForm form) =>
        lesson?.Blocks.FirstOrDefault(block => block.Id == form.Block) is { } block
            ? Anchor.At(new Passage(block.Id, block.Text), string.IsNullOrEmpty(form.Quote) ? block.Text : form.Quote, form.Offset, lesson.Passages())
            : null;
}
