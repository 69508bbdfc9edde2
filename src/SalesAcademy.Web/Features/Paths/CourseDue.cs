using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>When a course is due on the reader's path, for the outline of its lessons; nothing when it is not, or is done.</summary>
[ViewComponent(Name = "CourseDue")]
internal sealed class CourseDue(AcademyDb db, PathQueries queries, Moments moments, IStringLocalizer<Words> words) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(string course)
    {
        var person = HttpContext.Features.Get<CurrentPerson>()!; // mounted on pages of signed-in people only
        return await queries.DueOn(db, person.Id, course) is { } day ? Content(words[day < moments.Today ? "outline.was-due" : "outline.due", Moments.Day(day)]) : Content("");
    }
}

/// <summary>Asked at every lesson page, so compiled once per application.</summary>
internal sealed class PathQueries
{
    public Func<AcademyDb, Guid, string, Task<DateOnly?>> DueOn { get; } = EF.CompileAsyncQuery((AcademyDb db, Guid person, string course) => db.Set<PathStepRow>()
        .Where(step => step.Person == person && step.Kind == PathStepKind.Course && step.Target == course && step.DoneAt == null).Select(step => (DateOnly?)step.DueOn).FirstOrDefault());
}
