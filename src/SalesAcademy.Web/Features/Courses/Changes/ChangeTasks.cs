using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>What changed in the lessons somebody has completed.</summary>
internal sealed class ChangeTasks(ChangeBook book, Library library, Clock clock)
{
    // So long it is still said that something was read or taken back.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>Theirs in one lesson; null when nothing in it asks or has lately asked them.</summary>
    public async Task<ChangeTask?> In(AcademyDb db, Guid person, string course, string lesson, CancellationToken cancellation) =>
        (await Of(db, person, [.. book.Asking(course, lesson)], cancellation)).SingleOrDefault();

    /// <summary>All of theirs: what is to be read first, then what was read or taken back lately.</summary>
    public async Task<IReadOnlyList<ChangeTask>> Of(AcademyDb db, Guid person, CancellationToken cancellation) =>
        [.. (await Of(db, person, [.. book.Asking()], cancellation)).OrderBy(task => task.State).ThenByDescending(task => task.On)];

    /// <summary>What they are asked to read now.</summary>
    public async Task<IReadOnlyList<ChangeTask>> Open(AcademyDb db, Guid person, CancellationToken cancellation) =>
        [.. (await Of(db, person, cancellation)).Where(task => task.State == ChangeState.Open)];

    /// <summary>What each of these people who work here is still asked to read, by name.</summary>
    public async Task<IReadOnlyList<TeamChange>> OpenOf(AcademyDb db, IQueryable<PersonRow> people, CancellationToken cancellation) =>
    [
        .. (await Of(db, people.Where(person => person.SuspendedAt == null), [.. book.Asking()], cancellation))
            .Where(change => change.Task.State == ChangeState.Open).OrderBy(change => change.Task.At).ThenBy(change => change.Task.Lesson.Id, StringComparer.Ordinal).ThenBy(change => change.Name, StringComparer.Ordinal),
    ];

    private async Task<IEnumerable<ChangeTask>> Of(AcademyDb db, Guid person, LessonChangeRow[] changes, CancellationToken cancellation) =>
        (await Of(db, db.Set<PersonRow>().Where(row => row.Id == person), changes, cancellation)).Select(change => change.Task);

    private async Task<IEnumerable<TeamChange>> Of(AcademyDb db, IQueryable<PersonRow> people, LessonChangeRow[] changes, CancellationToken cancellation)
    {
        if (changes.Length == 0)
            return [];
        var (courses, ids) = (changes.Select(change => change.Course).Distinct().ToArray(), changes.Select(change => change.Id).ToArray());
        var completed = await people.Join(db.Set<LessonProgressRow>(), person => person.Id, row => row.Person, (person, row) => new { person.Id, person.Name, row.Course, row.Lesson, row.CompletedAt })
            .Where(row => row.CompletedAt != null && courses.Contains(row.Course)).ToListAsync(cancellation);
        var read = (await people.Join(db.Set<ChangeReadRow>(), person => person.Id, row => row.Person, (person, row) => row).Where(row => ids.Contains(row.Change)).ToListAsync(cancellation)).ToLookup(row => row.Person);
        return from row in completed
               let theirs = changes.Where(change => change.Course == row.Course && change.Lesson == row.Lesson && row.CompletedAt <= change.OpenedAt).ToArray()
               where theirs.Length > 0
               let task = Of(theirs, read[row.Id].ToDictionary(one => one.Change, one => one.At))
               where task is not null
               select new TeamChange(row.Id, row.Name, task);
    }

    private ChangeTask? Of(LessonChangeRow[] theirs, Dictionary<Guid, DateTime> read)
    {
        // A lesson that has left the catalogue asks nothing; its changes were taken back with it.
        if (library.Now.FindCourse(theirs[0].Course) is not { } course || course.FindLesson(theirs[0].Lesson) is not { } lesson)
            return null;
        if (theirs.Where(change => change.TakenBackAt is null && !read.ContainsKey(change.Id)).OrderBy(change => change.On).ToArray() is [var first, ..] open)
            return new(course, lesson, open[^1].On, ChangeState.Open, open[^1].OpenedAt ?? clock.Now, first.Known?.Split(' ').ToHashSet(StringComparer.Ordinal));
        var last = theirs.MaxBy(change => change.On)!; // not empty
        var (state, at) = read.TryGetValue(last.Id, out var when) ? (ChangeState.Read, when) : (ChangeState.TakenBack, last.TakenBackAt ?? clock.Now);
        return at > clock.Now - Remembered ? new(course, lesson, last.On, state, at, Known: null) : null;
    }
}
