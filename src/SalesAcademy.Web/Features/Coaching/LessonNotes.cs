using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>The notes in the margin of a lesson, each beside its passage.</summary>
[ViewComponent(Name = nameof(LessonNotes))]
internal sealed class LessonNotes(NoteBook book) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(string course, string lesson) =>
        Show((Lesson: $"{course}/{lesson}", Notes: await book.Since(HttpContext.Features.Get<CurrentPerson>()!, 0, $"{course}/{lesson}", HttpContext.RequestAborted)));
}
