using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>What changed in the lessons of the person who asks.</summary>
[Route("courses")]
internal sealed class ChangesController(ChangeTasks tasks, ReadChange read, AcademyDb db, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet("changes")]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View("Changes/Changes", new ChangesPage(await tasks.Of(db, Person.Id, cancellation), Person.ContentLanguage));

    /// <summary>The reader says that they have read what is new.</summary>
    [HttpPost("{course}/{lesson}/changes/reading")]
    public async Task<IActionResult> Read(string course, string lesson)
    {
        if (await read.Run(Act(), Person.Id, course, lesson) is Refused<Done> refused)
            return Answer(refused.Reason);
        TempData["flash"] = words["read.flash"].Value;
        return Redirect($"/courses/{course}/{lesson}");
    }
}

/// <summary>What changed for one person.</summary>
internal sealed record ChangesPage(IReadOnlyList<ChangeTask> Tasks, string Language);
