using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Content.Drafting;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>Courses that do not stand in the content folder yet.</summary>
[Route(AuthoringController.Address + "/courses"), Allow(Role.Author | Role.Admin)]
internal sealed class NewCoursesController(Library library, StartDrafts start, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet("new")]
    public IActionResult New() => Show(new NewCourseForm());

    /// <summary>Whether a course may have that name, asked while it is typed: a fragment.</summary>
    [HttpGet("name")]
    public async Task<IActionResult> Name(string? id, CancellationToken cancellation) =>
        PartialView("Authoring/_CourseName", (await start.FaultOf(id, cancellation)) switch { null => "course.free", DraftFault.Name => "refusal.lesson-name", _ => "refusal.course-taken" });

    [HttpPost]
    public async Task<IActionResult> Create(NewCourseForm form, CancellationToken cancellation)
    {
        switch (await start.Course(Act(), form, cancellation))
        {
            case Accepted<string> { Value: var path }:
                TempData["flash"] = words["course.begun"].Value;
                return Redirect(EditedPage.UrlOf(path));
            case Refused<string> { Reason: var reason }:
                SayInForm(reason, words, reason.Key switch { "lesson-name" or "course-taken" => nameof(form.Id), "lesson-title" => nameof(form.EnglishTitle), "course-competencies" => nameof(form.Competencies), _ => "" });
                break;
        }

        return await FormAgain(() => Task.FromResult<IActionResult>(Show(form)));
    }

    private ViewResult Show(NewCourseForm form) => View("Authoring/NewCourse", new NewCoursePage(library.Saved.Competencies, form));
}

/// <summary>A course to be begun.</summary>
/// <param name="Competencies">What it could teach.</param>
/// <param name="Form">What was typed.</param>
internal sealed record NewCoursePage(IReadOnlyList<Competency> Competencies, NewCourseForm Form);
