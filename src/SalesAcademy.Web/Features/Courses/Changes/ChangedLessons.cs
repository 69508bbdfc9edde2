using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>For the home page and the path: what changed in lessons the reader had completed; nothing when nothing did.</summary>
[ViewComponent(Name = "ChangedLessons")]
internal sealed class ChangedLessons(ChangeTasks tasks, AcademyDb db) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var person = HttpContext.Features.Get<CurrentPerson>()!; // mounted on pages of signed-in people only
        var open = await tasks.Open(db, person.Id, HttpContext.RequestAborted);
        return open.Count == 0 ? Content("") : View("/Features/Courses/Changes/ChangedLessons.cshtml", new ChangesPage(open, person.ContentLanguage));
    }
}
