using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>Completes a course for those who had only lessons left that are taught no more: no lesson of it will be completed again that could.</summary>
internal sealed class CompleteCourses(ILedger ledger, IDbContextFactory<AcademyDb> contexts, Clock clock)
{
    // A command is short, so that others come between.
    private const int AtOnce = 200;

    /// <param name="before">What was taught until now; null when that is not known, as after a start.</param>
    /// <param name="taught">What is taught now.</param>
    /// <param name="cancellation">Stops early; what is left is done when it is asked again.</param>
    public async Task Follow(Catalogue? before, Catalogue taught, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        foreach (var course in await Shortened(db, before, taught, cancellation))
            while (await WhoHaveAll(db, course).OrderBy(person => person).Take(AtOnce).ToArrayAsync(cancellation) is { Length: > 0 } people && await Complete(course, people, taught.Hash) > 0)
                cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Those who have completed every lesson of a course as it is, and not the course.</summary>
    public static IQueryable<Guid> WhoHaveAll(AcademyDb db, Course course)
    {
        var (id, lessons) = (course.Id, course.Lessons.Select(lesson => lesson.Id).ToArray());
        return db.Set<LessonProgressRow>().Where(row => row.Course == id && row.CompletedAt != null && lessons.Contains(row.Lesson))
            .GroupBy(row => row.Person).Where(rows => rows.Count() == lessons.Length).Select(rows => rows.Key)
            .Where(person => !db.Set<CourseCompletionRow>().Any(done => done.Person == person && done.Course == id));
    }

    private async Task<int> Complete(Course course, Guid[] people, string hash)
    {
        var completed = 0;
        await ledger.Run<Done>(clock.Act(), async entry =>
        {
            foreach (var person in people)
                await entry.Hold($"reading:{person}");
            var still = await WhoHaveAll(entry.Db, course).Where(person => people.Contains(person)).ToListAsync();
            foreach (var person in still.Order())
            {
                entry.Db.Add(new CourseCompletionRow { Person = person, Course = course.Id, At = entry.Act.At });
                entry.Record(new CourseCompleted(person, course.Id, hash));
            }

            completed = still.Count;
            return Done.Value;
        });
        return completed;
    }

    private static async Task<IReadOnlyList<Course>> Shortened(AcademyDb db, Catalogue? before, Catalogue taught, CancellationToken cancellation)
    {
        if (before is not null)
            return [.. taught.Courses.Where(course => before.FindCourse(course.Id)?.Lessons.Any(lesson => course.FindLesson(lesson.Id) is null) == true)];
        var read = await db.Set<LessonProgressRow>().Select(row => new { row.Course, row.Lesson }).Distinct().ToListAsync(cancellation);
        return [.. taught.Courses.Where(course => read.Exists(row => row.Course == course.Id && course.FindLesson(row.Lesson) is null))];
    }
}
