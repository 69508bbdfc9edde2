using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A quiz that somebody has not passed and may not sit again: only more attempts help.</summary>
/// <param name="Quiz">The quiz.</param>
/// <param name="Attempts">How many were taken.</param>
internal sealed record UsedUpQuiz(Quiz Quiz, int Attempts)
{
    public static async Task<IReadOnlyList<UsedUpQuiz>> Of(AcademyDb db, Guid person, Library library, Clock clock)
    {
        var attempts = await db.Set<AttemptRow>().AsNoTracking().Where(a => a.Person == person).ToListAsync();
        var granted = await db.Set<AccommodationRow>().AsNoTracking().Where(a => a.Person == person && a.Until >= clock.Today && a.RevokedAt == null).ToListAsync();
        return
        [
            .. from taken in attempts.GroupBy(a => (a.Course, a.Quiz))
               let quiz = library.Now.FindCourse(taken.Key.Course)?.FindQuiz(taken.Key.Quiz)
               where quiz is not null && taken.All(a => a is { FinishedAt: not null, Score: not null } && a.Passed != true) // one that waits for a grader may still pass
               let own = granted.Where(a => a.IsFor(quiz.Course, quiz.Id)).Select(a => a.Granted).ToArray()
               let allowed = Allowance.Of(quiz.Rules(clock.Zone), own, [.. taken.Select(a => a.Accommodation)])
               where taken.Count() >= allowed.Rules.Attempts
               orderby quiz.Course, quiz.Id
               select new UsedUpQuiz(quiz, taken.Count()),
        ];
    }
}
