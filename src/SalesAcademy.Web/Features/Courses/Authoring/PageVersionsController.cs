using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>Who wrote a page and who let it pass, version by version, and when somebody has to look at it again.</summary>
[Route(AuthoringController.Address + "/{course}/{locale}/{name}/versions"), Allow(Role.Author | Role.Admin)]
internal sealed class PageVersionsController(PageVersions versions, DraftBook book) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Index(string course, string locale, string name, CancellationToken cancellation)
    {
        var path = $"courses/{course}/{locale}/{name}.md";
        return ContentEditing.IsText(path) && book.Stands(path)
            ? View("Authoring/Versions", new PageVersionsPage(new(path, book.TitleOf(path), Draft: null), await versions.Of(path, cancellation)))
            : NotFound();
    }
}

/// <summary>A page with its versions.</summary>
internal sealed record PageVersionsPage(EditedPage Page, IReadOnlyList<PageVersion> Versions);
