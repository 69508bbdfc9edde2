using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Coaching.Readers;

/// <summary>
/// Which exchanges of others somebody may read: those where the policy named them when the exchange began and names them still.
/// So a policy that is widened opens nothing that was written under another promise, and one that is narrowed closes at once.
/// </summary>
internal static class Readable
{
    /// <summary>What a person may be named as by their roles; whose manager they are is asked for each exchange.</summary>
    public static NoteReaders RolesOf(CurrentPerson person) =>
        (person.Is(Role.Hr) ? NoteReaders.Hr : NoteReaders.None)
        | (person.Is(Role.SalesOps) ? NoteReaders.SalesOps : NoteReaders.None)
        | (person.Is(Role.Admin) ? NoteReaders.Admin : NoteReaders.None);

    /// <summary>The notes that began them.</summary>
    public static IQueryable<NoteRow> ThreadsFor(AcademyDb db, CurrentPerson reader, NoteReaders named)
    {
        var (roles, coachManager) = (RolesOf(reader) & named, named & NoteReaders.CoachManager);
        var coaches = Staff.TeamOf(db, reader);
        return Delivered(db).Where(note => note.ReplyTo == null && note.Readers != NoteReaders.None && note.Person != reader.Id && note.Author != reader.Id
            && ((note.Readers & roles) != NoteReaders.None || ((note.Readers & coachManager) != NoteReaders.None && coaches.Any(coach => coach.Id == note.Author))));
    }

    /// <summary>The notes of one of them, in the order they were written.</summary>
    public static IQueryable<NoteRow> Exchange(AcademyDb db, Guid thread) =>
        Delivered(db).Where(note => note.Id == thread || note.Thread == thread).OrderBy(note => note.At).ThenBy(note => note.Id);

    /// <summary>What its receiver may not see yet, and what was taken back, nobody else sees.</summary>
    public static IQueryable<NoteRow> Delivered(AcademyDb db) => db.Set<NoteRow>().Where(note => note.WithdrawnAt == null && (!note.Held || note.ReleasedAt != null));
}
