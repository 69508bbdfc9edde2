using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
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
}

/// <summary>Sends a note to a member of one's own team, held back while they sit a certification quiz.</summary>
internal sealed class SendNote(ILedger ledger, Library library)
{
    public Task<Decision<SentNote>> Run(Act act, NoteForm form, CancellationToken cancellation = default) => ledger.Run<SentNote>(act, async entry =>
    {
        if (entry.Act.Actor is not { } author || !await Staff.ManagersOf(entry.Db, form.Person).AnyAsync(manager => manager == author))
            return Refusal.NotFound;
        var person = await entry.Db.Set<PersonRow>().Where(p => p.Id == form.Person && p.SuspendedAt == null).Select(p => new { p.ContentLanguage }).SingleOrDefaultAsync();
        if (person is null)
            return Refusal.NotFound;
        if (NoteText.Decide(form.Text) is not Accepted<string> words)
            return ((Refused<string>)NoteText.Decide(form.Text)).Reason;
        var shown = form.Block is null ? default : library.Now.FindCourse(form.Course ?? "")?.FindLesson(form.Lesson ?? "")?.Text.In(person.ContentLanguage);
        var anchor = AnchorIn(shown?.Value, form);
        if (form.Block is not null && anchor is null)
            return new Refusal("passage-changed");

        var (sequence, held) = await NewNote.Next(entry, form.Person);
        return NewNote.Put(entry, new NoteRow
        {
            Id = entry.NewId(),
            Person = form.Person,
            Sequence = sequence,
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
            At = entry.Act.At,
            Held = held,
        });
    }, cancellation);

    private static Anchor? AnchorIn(LessonText? lesson, NoteForm form) =>
        lesson?.Blocks.FirstOrDefault(block => block.Id == form.Block) is { } block
            ? Anchor.At(new Passage(block.Id, block.Text), string.IsNullOrEmpty(form.Quote) ? block.Text : form.Quote, form.Offset, lesson.Passages())
            : null;
}
