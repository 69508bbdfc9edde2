using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Coaching.Readers;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>A note as its receiver sees it.</summary>
/// <param name="Place">The passage of the lesson as it is now that holds the words; null when they are lost, or for a note to the person.</param>
/// <param name="Lesson">The lesson in the receiver's language.</param>
/// <param name="Fate">What became of the words it is about; null for a note to the person.</param>
/// <param name="Answered">The words of the receiver's own note that it answers.</param>
/// <param name="Answers">What the receiver has answered, in order.</param>
/// <param name="Thing">The answer or the lead it is about.</param>
/// <param name="Readings">Who beside the two has read the exchange.</param>
internal sealed record ShownNote(NoteRow Note, string Author, string? Place, Shown<LessonText>? Lesson, AnchorFate? Fate, string? Answered, IReadOnlyList<NoteRow> Answers, NoteThing? Thing, IReadOnlyList<Reading> Readings)
{
    /// <summary>Whether the passage stands in the language it was quoted in, which its receiver does not read now.</summary>
    public bool IsElsewhere => Fate is not (null or AnchorFate.Orphan) && Place is null;

    /// <summary>The page to read it on, at its passage or beside what it is about.</summary>
    public string Url => Thing?.Url is { } there ? there : Lesson is null ? NotesWaiting.NotesUrl + $"#note-{Note.Id}" : $"/courses/{Note.Course}/{Note.Lesson}#{Place ?? $"note-{Note.Id}"}";
}

/// <summary>What a page lacks.</summary>
/// <param name="Here">Notes of the open lesson, in order.</param>
/// <param name="News">Notes of other places that have reached no page yet.</param>
/// <param name="Last">The last sequence this page knows now.</param>
/// <param name="IsQuiet">Whether nothing may ring now: the receiver has quiet hours or focus time.</param>
/// <param name="Unanswered">How many of their notes they have not acknowledged.</param>
internal sealed record NotesSince(IReadOnlyList<ShownNote> Here, IReadOnlyList<ShownNote> News, long Last, string ReturnUrl, bool IsQuiet = false, int Unanswered = 0);

/// <summary>Reads a person's notes and marks as delivered exactly those it hands out.</summary>
internal sealed class NoteBook(IDbContextFactory<AcademyDb> contexts, IPreparedReads reads, NoteSteps steps, Library library, Clock clock)
{
    private const int Newest = 200;

    public async Task<IReadOnlyList<ShownNote>> All(CurrentPerson person, CancellationToken cancellation) =>
        await Show(person, notes => notes.OrderByDescending(note => note.Sequence).Take(Newest), cancellation);

    public async Task<IReadOnlyList<ShownNote>> Unacknowledged(CurrentPerson person, int atMost, CancellationToken cancellation) =>
        await Show(person, notes => notes.Where(note => note.AcknowledgedAt == null).OrderByDescending(note => note.Sequence).Take(atMost), cancellation);

    /// <summary>One note; null when the person never received it.</summary>
    public async Task<ShownNote?> One(CurrentPerson person, Guid id, CancellationToken cancellation) =>
        (await Show(person, notes => notes.Where(note => note.Id == id), cancellation)).SingleOrDefault();

    /// <summary>The notes about a lead or an answer of the person's own, in order; of a question null means all of the attempt.</summary>
    public async Task<IReadOnlyList<ShownNote>> About(CurrentPerson person, Guid? lead, Guid? attempt, int? question, CancellationToken cancellation) => await Show(
        person,
        notes => notes.Where(note => (lead != null && note.Lead == lead) || (attempt != null && note.Attempt == attempt && (question == null || note.Question == question))).OrderBy(note => note.Sequence).Take(Newest),
        cancellation);

    public async Task<NotesSince> Since(CurrentPerson person, long sequence, string? lesson, CancellationToken cancellation)
    {
        var (course, name) = lesson?.Split('/') is [var first, var second] ? (first, second) : (null, null);
        if (await reads.Rows(NoteStatements.AnySince, row => row.GetInt32(0) == 1, person.Id, sequence, course ?? "", name ?? "", clock.Now) is not [var isFocused])
            return new NotesSince([], [], sequence, course is null ? NotesWaiting.NotesUrl : $"/courses/{course}/{name}", Unanswered: await reads.Count(NoteStatements.Unanswered, person.Id));
        // What stands beside the passage at hand still comes; news of other places wait until the focus is over.
        var shown = await Show(
            person,
            notes => notes.Where(note => note.Sequence > sequence && ((note.Course == course && note.Lesson == name && course != null) || (note.DeliveredAt == null && !isFocused))).OrderBy(note => note.Sequence).Take(Newest),
            cancellation);
        var here = shown.Where(note => course is not null && note.Note.Course == course && note.Note.Lesson == name).ToArray();
        return new NotesSince(here, [.. shown.Except(here)], shown.Count == 0 ? sequence : shown[^1].Note.Sequence, course is null ? NotesWaiting.NotesUrl : $"/courses/{course}/{name}",
            isFocused || Rest.Ends(library.Now.Coaching.Quiet, person.Zone, clock.Now) is not null, await reads.Count(NoteStatements.Unanswered, person.Id));
    }

    private async Task<IReadOnlyList<ShownNote>> Show(CurrentPerson person, Func<IQueryable<NoteRow>, IQueryable<NoteRow>> which, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await (
            from note in which(db.NotesOf(person.Id))
            join author in db.Set<PersonRow>() on note.Author equals author.Id
            join answered in db.Set<NoteRow>() on note.ReplyTo equals answered.Id into those
            from answered in those.DefaultIfEmpty()
            select new { note, author.Name, Answered = answered == null ? null : answered.Text }).ToListAsync(cancellation);
        // Written while the rest is read: the page goes out when both are done.
        var delivery = steps.Deliver(person, rows.Select(row => row.note));
        // Nobody has answered what they never had.
        var ids = rows.Where(row => row.note.DeliveredAt is not null).Select(row => row.note.Id).ToArray();
        var answers = ids.Length == 0 ? [] : await db.Set<NoteRow>().Where(answer => answer.Author == person.Id && answer.ReplyTo != null && ids.Contains(answer.ReplyTo.Value)).ToListAsync(cancellation);
        var things = await NoteThings.Of(db, library, person.Id, [.. rows.Select(row => row.note)], person.ContentLanguage, cancellation);
        var readings = await db.ReadingsOf([.. rows.Select(row => row.note)], cancellation);
        var gone = await delivery;
        rows.RemoveAll(row => gone.Contains(row.note.Id));
        return [.. rows.Select(row => Show(row.note, row.Name, row.Answered, [.. answers.Where(answer => answer.ReplyTo == row.note.Id).OrderBy(answer => answer.Sequence)], things.GetValueOrDefault(row.note.Id), [.. readings[row.note.Id]], person.ContentLanguage))];
    }

    private ShownNote Show(NoteRow note, string author, string? answered, IReadOnlyList<NoteRow> answers, NoteThing? thing, IReadOnlyList<Reading> readings, string language)
    {
        var lesson = note.Course is null ? null : library.Now.FindCourse(note.Course)?.FindLesson(note.Lesson!)?.Text.In(language);
        var found = library.Find(note);
        // Who reads the lesson in another language than the note quotes finds the passage nowhere on the page, although it is not lost.
        return new ShownNote(note, author, lesson?.Locale == note.Locale ? found?.Passage : null, lesson, found?.Fate, answered, answers, thing, readings);
    }
}
