using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>
/// Within a form that names people: a button for each path that teaches any of these courses, to put those people on it; of roles that somebody
/// here has. Leads to a page that asks first.
/// </summary>
[ViewComponent(Name = "EnrolButton")]
internal sealed class EnrolButton(AcademyDb db, Library library) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(IReadOnlyList<string> courses)
    {
        var roles = await db.Set<PersonRow>().Where(person => person.SuspendedAt == null && person.Profile != null).Select(person => person.Profile!).Distinct().ToListAsync(HttpContext.RequestAborted);
        return Show(new EnrolButtons(
            [.. library.Now.Paths.Where(path => roles.Contains(path.Role) && path.Steps.Any(step => step.Kind == PathStepKind.Course && courses.Contains(step.Target)))]));
    }
}

/// <summary>The paths to choose from.</summary>
internal sealed record EnrolButtons(IReadOnlyList<LearningPath> Paths);
