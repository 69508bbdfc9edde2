using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>What its owner says of an action item: that it is done, or that they give it up.</summary>
[Route("coaching/action-items/{id:guid}")]
internal sealed class ActionItemsController(SettleItem settle, IStringLocalizer<Words> words) : AcademyController
{
    [HttpPost("completion")]
    public async Task<IActionResult> Complete(Guid id, string? returnUrl) => Answer(await settle.Run(Act(), id, isDone: true), returnUrl);

    [HttpPost("dropping")]
    public async Task<IActionResult> Drop(Guid id, string? reason, string? returnUrl) => Answer(await settle.Run(Act(reason), id, isDone: false), returnUrl);

    private ActionResult Answer(Decision<Done> decided, string? returnUrl)
    {
        if (decided is Refused<Done> { Reason: { Key: "not-found" or "key-reused" } hidden })
            return Answer(hidden);
        TempData["flash"] = decided is Refused<Done> { Reason: var reason } ? words[$"refusal.{reason.Key}", [.. reason.Arguments]].Value : words["item.kept"].Value;
        return Back(returnUrl, SessionsWaiting.SessionsUrl);
    }
}
