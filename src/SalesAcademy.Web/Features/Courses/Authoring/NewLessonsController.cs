using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>Lessons that do not stand in the content folder yet.</summary>
[Route(AuthoringController.Address + "/{course}/lessons"), Allow(Role.Author | Role.Admin)]
internal sealed class NewLessonsController(Library library, StartDrafts start, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet("new")]
    public IActionResult New(string course) => Show(course, new NewLessonForm());

    [HttpPost]
    public async Task<IActionResult> Create(string course, NewLessonForm form, CancellationToken cancellation)
    {
        if (library.Saved.FindCourse(course) is null)
            return NotFound();
        switch (await start.Lesson(Act(), course, form, Person.ContentLanguage, cancellation))
        {
            case Accepted<string> { Value: var path }:
                TempData["flash"] = words["lesson.begun"].Value;
                return Redirect(EditedPage.UrlOf(path));
            case Refused<string> { Reason: var reason }:
                SayInForm(reason, words, reason.Key switch { "lesson-name" or "lesson-taken" => nameof(form.Id), "lesson-title" => nameof(form.EnglishTitle), _ => "" });
                break;
        }

        return await FormAgain(() => Task.FromResult(Show(course, form)));
    }

    private IActionResult Show(string course, NewLessonForm form) =>
        library.Saved.FindCourse(course) is { } known ? View("Authoring/NewLesson", new NewLessonPage(known, form)) : NotFound();
}

/// <summary>A lesson to be begun in a course.</summary>
internal sealed record NewLessonPage(Course Course, NewLessonForm Form);
