using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>Records that a person has read what changed in a lesson. Progress, completion and readiness stay as they are.</summary>
internal sealed class ReadChange(ILedger ledger, Library library)
{
    /// <summary>Accepted also when nothing was left to read; refused for a lesson that is not taught (not-found).</summary>
    public Task<Decision<Done>> Run(Act act, Guid person, string course, string lesson)
    {
        var taught = library.Now;
        return ledger.Run<Done>(act, async entry =>
        {
            if (taught.FindCourse(course)?.FindLesson(lesson) is null)
                return Refusal.NotFound;
            await Settle(entry, person, course, lesson, byCheck: false, taught.Hash);
            return Done.Value;
        });
    }

    public static async Task Settle(Entry entry, Guid person, string course, string lesson, bool byCheck, string contentHash)
    {
        await entry.Hold($"reading:{person}");
        var unread = await (
            from change in entry.Db.Set<LessonChangeRow>()
            join row in entry.Db.Set<LessonProgressRow>() on new { change.Course, change.Lesson } equals new { row.Course, row.Lesson }
            where change.Course == course && change.Lesson == lesson && change.TakenBackAt == null && row.Person == person && row.CompletedAt <= change.OpenedAt
                && !entry.Db.Set<ChangeReadRow>().Any(read => read.Person == person && read.Change == change.Id)
            orderby change.On
            select change).AsNoTracking().ToListAsync();
        if (unread.Count == 0)
            return;
        entry.Db.AddRange(unread.Select(change => new ChangeReadRow { Person = person, Change = change.Id, At = entry.Act.At, ByCheck = byCheck }));
        entry.Record(new LessonChangeRead(person, course, lesson, unread[^1].On, byCheck, contentHash));
    }
}

/// <summary>Whoever passes the check of a changed lesson again has shown that they know what is new in it.</summary>
internal sealed class ChangeCheckedProjection(ChangeBook book, Library library) : IProjection<AttemptGraded>
{
    public async Task Apply(AttemptGraded happened, Entry entry)
    {
        if (happened is not { Kind: AttemptKind.Check, Passed: true } || !book.Asking(happened.Course).Any() || library.Now.FindCourse(happened.Course) is not { } course)
            return;
        foreach (var lesson in course.Lessons.Where(lesson => lesson.Check == happened.Quiz && book.Asking(course.Id, lesson.Id).Any()))
            await ReadChange.Settle(entry, happened.Subject, course.Id, lesson.Id, byCheck: true, library.Now.Hash);
    }
}
