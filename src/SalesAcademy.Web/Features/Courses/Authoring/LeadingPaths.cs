using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Content.Editing;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>A place among the steps of a path: behind how many of them.</summary>
/// <param name="At">How many steps come before it.</param>
/// <param name="After">What the last of these is called; null at the beginning.</param>
/// <param name="Day">By which day that is due.</param>
internal sealed record PathPlace(int At, string? After, int Day);

/// <summary>A path with the places a course could have on it.</summary>
internal sealed record LeadingPath(string Id, string Title, IReadOnlyList<PathPlace> Places);

/// <summary>The paths that lead, or could lead, to a course that is being written.</summary>
internal sealed record LeadingPathsPage(string Course, int Version, IReadOnlyList<LeadingPath> Paths, IReadOnlyList<EditedPage> Leading);

/// <summary>For the page of a course that is begun: through which path it reaches people.</summary>
[ViewComponent(Name = "LeadingPaths")]
internal sealed class LeadingPaths(Library library, DraftBook book, AcademyDb db) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(DraftPage page)
    {
        if (!page.Page.IsCourse || page.Draft is not { Row: { BeganFrom: "", Together: { } together } } || library.Saved.Paths.Count == 0)
            return Content("");
        var leading = await db.Set<DraftRow>().AsNoTracking().Where(draft => draft.Together == together && draft.ClosedAt == null && draft.Path.StartsWith("paths/")).ToListAsync(HttpContext.RequestAborted);
        return View("/Features/Courses/Authoring/LeadingPaths.cshtml", new LeadingPathsPage(
            EditedPlace.Of(page.Page.Path).Course,
            page.Version,
            [.. library.Saved.Paths.Select(path => new LeadingPath(path.Id, path.Title.In(ReaderLanguage.Current).Value, [.. Places(path)]))],
            [.. leading.Select(draft => new EditedPage(draft.Path, book.TitleOf(draft.Path), Draft: null))]));
    }

    private IEnumerable<PathPlace> Places(LearningPath path) =>
        path.Steps.Select((step, at) => new PathPlace(at + 1, Named(step), step.DueDay)).Prepend(new(0, null, 1)).Reverse();

    private string Named(PathStep step) => step.Kind switch
    {
        PathStepKind.Course => library.Saved.FindCourse(step.Target)?.Title,
        PathStepKind.Certification => library.Saved.FindCertification(step.Target)?.Title,
        _ => library.Saved.FindRubric(step.Target)?.Title,
    } is { } title ? title.In(ReaderLanguage.Current).Value : step.Target;
}
