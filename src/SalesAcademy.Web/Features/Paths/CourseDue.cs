using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>When a course is due on the reader's path, for the outline of its lessons; nothing when it is not, or is done.</summary>
[ViewComponent(Name = "CourseDue")]
internal sealed class CourseDue(IPreparedReads reads, Moments moments, IStringLocalizer<Words> words) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(string course)
    {
        var person = HttpContext.Features.Get<CurrentPerson>()!; // mounted on pages of signed-in people only
        var due = await reads.Rows(PathStatements.CourseDue, row => row.GetFieldValue<DateOnly>(0), person.Id, course);
        return due is [var day] ? Content(words[day < moments.Today ? "outline.was-due" : "outline.due", moments.Day(day)]) : Content("");
    }
}
