using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>The check that ends a lesson, answered on the lesson's own page.</summary>
[ViewComponent(Name = "LessonCheck")]
internal sealed class LessonCheck(Library library, PaperShelf shelf, IPreparedReads reads, Clock clock) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(string course, string lesson, string quiz)
    {
        if (HttpContext.Features.Get<CurrentPerson>() is not { } person
            || library.Now.FindCourse(course) is not { } taught || taught.FindQuiz(quiz) is not { } check || taught.FindLesson(lesson) is null)
            return Content("");
        var standing = await QuizPage.Of(reads, person.Id, taught, check, person.ContentLanguage, clock);
        var attempt = standing.Attempts is [.., var latest] && await shelf.Find(latest.Id, person.Id) is { } paper
            ? await AttemptPage.Of(reads, paper, person.ContentLanguage, clock.Now)
            : null;
        return Show(new CheckCard(standing, attempt, $"/courses/{course}/{lesson}#check"));
    }
}

/// <summary>The check inside its lesson.</summary>
internal sealed record CheckCard(QuizPage Standing, AttemptPage? Latest, string Return)
{
    /// <summary>The attempt being answered, or null.</summary>
    public AttemptPage? Open => Standing.Open is null ? null : Latest;

    /// <summary>The question that comes next in it.</summary>
    public PaperQuestion? Next => Open?.Paper.Questions.FirstOrDefault(q => !Open.IsAnswered(q.Number));

    /// <summary>What may be looked at again: committed answers of an open check, or all of an ended one.</summary>
    public IReadOnlyList<ShownQuestion> Reviewed => Latest is null || Latest.Paper.Quiz.Review.Shows(Standing.ReviewOf(Latest.Attempt), Standing.Now) is not (> ReviewItems.None and var items) ? [] :
    [
        .. Latest.Paper.Questions.Where(q => Open is null || Open.IsCommitted(q.Number)).Select(q => ShownQuestion.Of(q, Latest.Language, Latest.Given(q), items)),
    ];
}
