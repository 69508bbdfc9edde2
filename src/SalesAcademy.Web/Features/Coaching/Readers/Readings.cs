using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Coaching.Readers;

/// <summary>Somebody else read the exchange a note belongs to; the last day they did.</summary>
internal sealed record Reading(string Name, DateOnly Day);

internal static class Readings
{
    /// <summary>Who read the exchanges of these notes, by note; asks nothing where the notes are between the two.</summary>
    public static async Task<ILookup<Guid, Reading>> ReadingsOf(this AcademyDb db, IReadOnlyCollection<NoteRow> notes, CancellationToken cancellation)
    {
        var open = notes.Where(note => note.Readers != NoteReaders.None).ToArray();
        if (open.Length == 0)
            return open.ToLookup(note => note.Id, note => new Reading("", default));
        var threads = open.Select(note => note.Thread ?? note.Id).Distinct().ToArray();
        var read = (await (
            from row in db.Set<NoteReadingRow>()
            join person in db.Set<PersonRow>() on row.Reader equals person.Id
            where threads.Contains(row.Thread)
            group row by new { row.Thread, row.Reader, person.Name } into days
            select new { days.Key.Thread, days.Key.Name, Day = days.Max(row => row.Day) }).ToListAsync(cancellation)).ToLookup(row => row.Thread, row => new Reading(row.Name, row.Day));
        return open.SelectMany(note => read[note.Thread ?? note.Id].OrderByDescending(reading => reading.Day).Select(reading => (note.Id, reading))).ToLookup(pair => pair.Id, pair => pair.reading);
    }
}
