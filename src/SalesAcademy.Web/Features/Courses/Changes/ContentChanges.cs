using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>A change and how many it asks.</summary>
/// <param name="Asked">Those who work here and had completed the lesson before.</param>
/// <param name="Unread">Those of them who have not read it.</param>
internal sealed record ChangeLine(LessonChangeRow Change, int Asked, int Unread);

/// <summary>For authors: the changes people are or were asked to read, and how many have.</summary>
[ViewComponent(Name = "ContentChanges")]
internal sealed class ContentChanges(AcademyDb db) : RoomCard
{
    private const int Latest = 20;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var lines = new List<ChangeLine>();
        foreach (var change in await db.Set<LessonChangeRow>().AsNoTracking().Where(change => change.OpenedAt != null).OrderByDescending(change => change.OpenedAt).Take(Latest).ToListAsync(HttpContext.RequestAborted))
            lines.Add(new(change, await db.Asked(change).CountAsync(HttpContext.RequestAborted), await db.Unread(change).CountAsync(HttpContext.RequestAborted)));
        return View("/Features/Courses/Changes/ContentChanges.cshtml", lines);
    }
}

/// <summary>For an author before a change is merged: how many it would ask.</summary>
[ViewComponent(Name = "ChangeForeseen")]
internal sealed class ChangeForeseen(AcademyDb db) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(string course, string lesson) =>
        View("/Features/Courses/Changes/ChangeForeseen.cshtml", await db.WhoCompleted(course, lesson).CountAsync(HttpContext.RequestAborted));
}
