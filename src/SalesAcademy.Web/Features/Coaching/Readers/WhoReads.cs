using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Features.Coaching.Readers;

/// <summary>Says on the screen who can read a note.</summary>
internal sealed class WhoReads(Library library, IStringLocalizer<Words> words)
{
    /// <summary>Whom the policy names now.</summary>
    public NoteReaders Named => library.Now.Coaching.Readers;

    /// <summary>Of the note that is about to be written to somebody.</summary>
    public string OfNext(string other) => Named == NoteReaders.None ? words["note.private", other] : words["note.readable", other, List(Named)];

    /// <summary>Of a note between the reader of the page and somebody.</summary>
    public string Of(NoteRow note, string other) => (note.Readers & Named) is not NoteReaders.None and var readers ? words["note.readers", other, List(readers)] : words["note.private", other];

    /// <summary>The policy's readers in words.</summary>
    public string List(NoteReaders readers) => string.Join(
        words["readers.and"],
        Enum.GetValues<NoteReaders>().Where(reader => reader != NoteReaders.None && readers.HasFlag(reader)).Select(reader => words[$"reader.{reader}"].Value));
}
