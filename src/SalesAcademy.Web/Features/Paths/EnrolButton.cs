using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Content;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>Within a form that names people: a button for each path that teaches any of these courses, to put those people on it. Leads to a page that asks first.</summary>
[ViewComponent(Name = "EnrolButton")]
internal sealed class EnrolButton(Library library) : RoomCard
{
    public IViewComponentResult Invoke(IReadOnlyList<string> courses) => Show(new EnrolButtons(
        [.. library.Now.Paths.Where(path => path.Steps.Any(step => step.Kind == PathStepKind.Course && courses.Contains(step.Target)))]));
}

/// <summary>The paths to choose from.</summary>
internal sealed record EnrolButtons(IReadOnlyList<LearningPath> Paths);
