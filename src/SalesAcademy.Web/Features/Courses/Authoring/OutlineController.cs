using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>In which order the lessons of a course are read, and which are taught no more.</summary>
[Route(AuthoringController.Address + "/{course}/lessons"), Allow(Role.Author | Role.Admin)]
internal sealed class OutlineController(EditOutline outline, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet]
    public Task<IActionResult> Index(string course, CancellationToken cancellation) => Show(course, cancellation);

    /// <summary>Puts a lesson at a place, counted from 1.</summary>
    [HttpPost("{lesson}/place")]
    public Task<IActionResult> Move(string course, string lesson, int place, int version, string? beganFrom, CancellationToken cancellation) =>
        Change(course, lesson, version, beganFrom, (before, lessons) => before.Move(lessons, lesson, place - 1), page => words["outline.moved", Title(page.Lessons, lesson), Place(page, lesson) + 1, page.Lessons.Count], cancellation);

    [HttpPost("{lesson}/retirement")]
    public Task<IActionResult> Retire(string course, string lesson, int version, string? beganFrom, CancellationToken cancellation) =>
        Change(course, lesson, version, beganFrom, (before, lessons) => before.Retire(lessons, lesson), page => words["outline.gone", Title(page.Retired, lesson)], cancellation);

    [HttpPost("{lesson}/retirement/removal")]
    public Task<IActionResult> BringBack(string course, string lesson, int version, string? beganFrom, CancellationToken cancellation) =>
        Change(course, lesson, version, beganFrom, (before, _) => before.BringBack(lesson), page => words["outline.brought-back", Title(page.Lessons, lesson)], cancellation);

    private async Task<IActionResult> Change(
        string course, string lesson, int version, string? beganFrom, Func<CourseOutline, IReadOnlyList<string>, CourseOutline> change, Func<OutlinePage, LocalizedString> say, CancellationToken cancellation)
    {
        if (await outline.Find(course, Person, cancellation) is not { } page)
            return NotFound();
        if (await outline.Run(Act(), page, lesson, version, beganFrom, change) is Refused<int> { Reason: var reason })
        {
            if (reason == Refusal.NotFound)
                return NotFound();
            SayInForm(reason, words);
            return await FormAgain(() => Show(course, cancellation));
        }

        var after = await outline.Find(course, Person, cancellation);
        TempData["flash"] = after is null ? null : say(after).Value;
        TempData["moved"] = after is null ? null : $"{lesson} {Place(page, lesson) - Place(after, lesson)}";
        return Redirect($"{AuthoringController.Address}/{course}/lessons");
    }

    private static int Place(OutlinePage page, string lesson) => page.Lessons.Select(one => one.Id).ToList().IndexOf(lesson);

    private static string Title(IReadOnlyList<OutlineLesson> lessons, string lesson) => lessons.FirstOrDefault(one => one.Id == lesson)?.Title ?? lesson;

    private async Task<IActionResult> Show(string course, CancellationToken cancellation) => await outline.Find(course, Person, cancellation) is { } page ? View("Authoring/Outline", page) : NotFound();
}
