using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>A lesson as a learner of any role reads it in either language, for its author: only shown, nothing is recorded and nothing is closed.</summary>
[Route("courses/{course}/{lesson}/preview"), Allow(Role.Author | Role.Admin)]
internal sealed class LessonPreviewController(Library library) : AcademyController
{
    [HttpGet]
    public IActionResult Show(string course, string lesson, string? language, string? role) =>
        library.Now.FindCourse(course) is { } taught && taught.FindLesson(lesson) is { } text
            ? View("LessonPreview", new LessonPreviewPage(taught, text, language ?? Person.ContentLanguage, role))
            : NotFound();
}

/// <summary>A lesson with the reader it is looked at for.</summary>
internal sealed record LessonPreviewPage(Course Course, Lesson Lesson, string Language, string? Role)
{
    public Shown<LessonText> Text { get; } = Lesson.Text.In(Language);

    public string Here => $"/courses/{Course.Id}/{Lesson.Id}/preview";
}
