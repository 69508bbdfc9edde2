using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Records that a person has read a lesson up to a passage.</summary>
internal sealed class ReadLesson(ILedger ledger, Library library, Openings openings)
{
    /// <summary>Accepted with the row as it is now; refused for a lesson that is not taught (not-found), not open to the person (closed), or a passage it does not have (passage-unknown).</summary>
    /// <param name="act">Whose act.</param>
    /// <param name="course">The course.</param>
    /// <param name="lesson">The lesson.</param>
    /// <param name="passage">The passage read.</param>
    /// <param name="late">Read some time ago without a connection: it counts, but is not where the person is now.</param>
    public Task<Decision<LessonProgressRow>> Run(Act act, string course, string lesson, string passage, bool late)
    {
        var catalogue = library.Now;
        return ledger.Run<LessonProgressRow>(act, async entry =>
        {
            if (catalogue.FindCourse(course) is not { } taught || taught.FindLesson(lesson) is not { } text)
                return Refusal.NotFound;
            var person = act.Actor!.Value; // a page's act has somebody
            if (await openings.BeforeCourse(entry.Db, person, course) is not null)
                return new Refusal("closed");
            var row = await LessonCompletion.Find(entry, person, course, lesson);
            if (row.Reading.Reach(LessonStanding.PassagesOf(text), passage) is not Accepted<LessonReading> { Value: var reading })
                return new Refusal("passage-unknown");
            (row.Furthest, row.Percent) = (reading.Furthest, reading.Percent);
            if (reading.EndRead)
                row.EndReadAt ??= act.At;
            row.LastAt = act.At;
            row.Last = late ? row.Last ?? passage : passage;
            await LessonCompletion.Settle(entry, row, taught, catalogue);
            return row;
        });
    }
}

/// <summary>Completes what has been earned: the lesson once, and the course once with its last lesson.</summary>
internal static class LessonCompletion
{
    /// <summary>The person's row of a lesson, held until the commit; a new one before the first sign of reading.</summary>
    public static async Task<LessonProgressRow> Find(Entry entry, Guid person, string course, string lesson)
    {
        await entry.Hold($"reading:{person}");
        return await entry.Db.FindAsync<LessonProgressRow>(person, course, lesson)
            ?? entry.Db.Add(new LessonProgressRow { Person = person, Course = course, Lesson = lesson }).Entity;
    }

    public static async Task Settle(Entry entry, LessonProgressRow row, Course course, Catalogue catalogue)
    {
        if (row.CompletedAt is not null || !row.Reading.IsEarned)
            return;
        row.CompletedAt = entry.Act.At;
        entry.Record(new LessonCompleted(row.Person, row.Course, row.Lesson, catalogue.Hash));
        var completed = await entry.Db.Set<LessonProgressRow>().Where(r => r.Person == row.Person && r.Course == row.Course && r.CompletedAt != null).Select(r => r.Lesson).ToListAsync();
        if (!CourseProgress.IsCompleted([.. course.Lessons.Select(lesson => lesson.Id)], completed.Append(row.Lesson).ToHashSet(StringComparer.Ordinal))
            || await entry.Db.FindAsync<CourseCompletionRow>(row.Person, row.Course) is not null)
            return;
        entry.Db.Add(new CourseCompletionRow { Person = row.Person, Course = row.Course, At = entry.Act.At });
        entry.Record(new CourseCompleted(row.Person, row.Course, catalogue.Hash));
    }
}
