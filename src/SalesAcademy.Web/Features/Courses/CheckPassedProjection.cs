using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Keeps the best sitting of a lesson's check, and completes the lesson that waited only for it.</summary>
internal sealed class CheckPassedProjection(Library library) : IProjection<AttemptGraded>, IProjection<AttemptRegraded>
{
    public Task Apply(AttemptRegraded happened, Entry entry) => Apply(happened.Result, entry);

    public async Task Apply(AttemptGraded happened, Entry entry)
    {
        var catalogue = library.Now;
        if (happened.Kind != AttemptKind.Check || catalogue.FindCourse(happened.Course) is not { } course)
            return;
        foreach (var lesson in course.Lessons.Where(lesson => lesson.Check == happened.Quiz))
        {
            var row = await LessonCompletion.Find(entry, happened.Subject, course.Id, lesson.Id);
            if (row.CheckScore is not { } best || happened.Score > best)
                (row.CheckScore, row.CheckRight, row.CheckAsked) = (happened.Score, happened.Answers.Count(answer => answer.Score >= 1), happened.Answers.Count);
            if (happened.Passed)
                row.CheckPassedAt ??= entry.Act.At;
            await LessonCompletion.Settle(entry, row, course, catalogue);
        }
    }
}
