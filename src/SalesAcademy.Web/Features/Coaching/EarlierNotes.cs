using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Coaching.Readers;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>A note between a manager and a person of their team.</summary>
/// <param name="Fate">What became of the words it is about; null for a note to the person.</param>
/// <param name="Thing">The answer or the lead it is about.</param>
/// <param name="Readings">Who beside the two has read the exchange.</param>
internal sealed record EarlierNote(NoteRow Note, AnchorFate? Fate, NoteThing? Thing, IReadOnlyList<Reading> Readings);

/// <summary>Some of the notes between two people, the newest first.</summary>
/// <param name="Newer">How many are newer than these.</param>
/// <param name="All">How many there are.</param>
internal sealed record NotesPart(IReadOnlyList<EarlierNote> Notes, int Newer, int All)
{
    public int Through => Newer + Notes.Count;

    public bool HasOlder => Through < All;
}

internal static class EarlierNotes
{
    public const int Shown = 20;

    /// <summary>The notes of this manager to a person and that person's answers, the newest first and so many passed over; other managers' notes are theirs.</summary>
    public static async Task<NotesPart> NotesBetween(this AcademyDb db, Library library, CurrentPerson manager, Guid person, int newer, CancellationToken cancellation)
    {
        var between = Between(db, manager.Id, person);
        var all = await between.CountAsync(cancellation);
        var passed = Math.Clamp(newer, 0, Math.Max(0, all - 1));
        return new NotesPart(await Read(db, library, manager, person, between, passed, cancellation), passed, all);
    }

    /// <summary>Those of them about a lead or an answer, and what was answered to them.</summary>
    public static Task<IReadOnlyList<EarlierNote>> NotesAbout(this AcademyDb db, Library library, CurrentPerson manager, Guid person, Guid? lead, Guid? attempt, int? question, CancellationToken cancellation)
    {
        var about = db.Set<NoteRow>().Where(n => n.Person == person && n.Author == manager.Id && ((lead != null && n.Lead == lead) || (attempt != null && n.Attempt == attempt && (question == null || n.Question == question))));
        return Read(db, library, manager, person, Between(db, manager.Id, person).Where(n => about.Any(a => a.Id == n.Id || a.Id == n.ReplyTo)), 0, cancellation);
    }

    private static IQueryable<NoteRow> Between(AcademyDb db, Guid manager, Guid person) => db.Set<NoteRow>()
        .Where(n => (n.Person == person && n.Author == manager) || (n.Person == manager && n.Author == person && n.WithdrawnAt == null && (!n.Held || n.ReleasedAt != null)));

    private static async Task<IReadOnlyList<EarlierNote>> Read(AcademyDb db, Library library, CurrentPerson manager, Guid person, IQueryable<NoteRow> which, int newer, CancellationToken cancellation)
    {
        var notes = await which.OrderByDescending(n => n.At).ThenByDescending(n => n.Sequence).Skip(newer).Take(Shown).ToListAsync(cancellation);
        var things = await NoteThings.Of(db, library, person, notes, manager.ContentLanguage, cancellation);
        var readings = await db.ReadingsOf(notes, cancellation);
        return [.. notes.Select(note => new EarlierNote(note, library.Find(note)?.Fate, things.GetValueOrDefault(note.Id), [.. readings[note.Id]]))];
    }
}
