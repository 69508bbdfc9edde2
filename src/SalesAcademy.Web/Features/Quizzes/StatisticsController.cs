using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>How the questions perform, for those who write them: figures over people, never an answer of anybody.</summary>
[Route("quizzes/statistics"), Allow(Role.Author)]
internal sealed class StatisticsController(Library library, AcademyDb db) : AcademyController
{
    public const string Address = "/quizzes/statistics";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View("Statistics", await StatisticsList.Read(db, library.Now, Person.ContentLanguage, cancellation));

    [HttpGet("{course}/{quiz}")]
    public async Task<IActionResult> Show(string course, string quiz, CancellationToken cancellation) =>
        library.Now.FindCourse(course) is { } taught && taught.FindQuiz(quiz) is { } found
            ? View("QuizStatistics", await StatisticsPage.Read(db, library, taught, found, Person.ContentLanguage, cancellation))
            : NotFound();
}
