using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>A person's own focus time.</summary>
[Route("coaching/focus")]
internal sealed class FocusController(Focus focus, IStringLocalizer<Words> words) : AcademyController
{
    [HttpPost]
    public async Task<IActionResult> Begin(int minutes, string? returnUrl)
    {
        if (await focus.Begin(Act(), Person.Id, minutes) is Refused<Done> refused)
            TempData["flash"] = words[$"refusal.{refused.Reason.Key}", [.. refused.Reason.Arguments]].Value;
        return Back(returnUrl, NotesWaiting.NotesUrl);
    }

    [HttpPost("end")]
    public async Task<IActionResult> End(string? returnUrl)
    {
        await focus.End(Act(), Person.Id);
        return Back(returnUrl, NotesWaiting.NotesUrl);
    }
}
