using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What the page's script is told of an answer: what is stored, or why nothing is.</summary>
internal static class AnswerForScript
{
    public static ActionResult ForScript(this Controller controller, Decision<StoredAnswer> saved, Paper paper, int number, Moments moments, IStringLocalizer<Words> words) => saved switch
    {
        Accepted<StoredAnswer> { Value: var stored } => controller.Json(new
        {
            at = moments.Seconds(stored.SavedAt),
            sequence = stored.Sequence,
            values = AnswerFields.Write(paper.Find(number)!, stored.Response), // saved, so it exists
        }),
        Refused<StoredAnswer> { Reason: { Key: "attempt-closed" or "already-answered" } reason } => controller.Problem(statusCode: StatusCodes.Status409Conflict, title: reason.Key),
        Refused<StoredAnswer> { Reason: var reason } => controller.Problem(
            statusCode: StatusCodes.Status422UnprocessableEntity, title: reason.Key, detail: words[$"refusal.{reason.Key}", [.. reason.Arguments]]),
        _ => throw new InvalidOperationException("A decision is accepted or refused."),
    };
}
