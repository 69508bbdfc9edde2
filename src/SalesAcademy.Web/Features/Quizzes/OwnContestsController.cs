using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Contesting a mark of one's own attempt.</summary>
[Route("quizzes/attempts/{id:guid}/contests")]
internal sealed class OwnContestsController(ResultReading results, ContestMark contesting, IStringLocalizer<Words> words) : AcademyController
{
    // Where the result offers no form, its address leads to none either.
    [HttpGet("{question:int}")]
    public async Task<IActionResult> New(Guid id, int question, CancellationToken cancellation) =>
        await Find(id, question, cancellation) is var (result, shown) && result.MayContest(shown) ? View("Contest", new NewContestPage(result, shown, new ContestForm { Question = question })) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create(Guid id, ContestForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            if (await Find(id, form.Question, cancellation) is null)
                return NotFound();
            if (await contesting.Run(Act(form.Reason), Person.Id, id, form) is not Refused<Guid> { Reason: var reason })
            {
                TempData["flash"] = words["contest.raised"].Value;
                return Redirect($"/quizzes/attempts/{id}/result#q{form.Question}");
            }

            if (reason == Refusal.NotFound)
                return NotFound();
            SayInForm(reason, words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Page(id, form, cancellation);
    }

    private async Task<IActionResult> Page(Guid id, ContestForm form, CancellationToken cancellation) =>
        await Find(id, form.Question, cancellation) is var (result, shown) ? View("Contest", new NewContestPage(result, shown, form)) : NotFound();

    // A mark that is not shown cannot be contested: that would tell what the policy holds back.
    private async Task<(ResultPage Result, ShownQuestion Shown)?> Find(Guid id, int question, CancellationToken cancellation) =>
        await results.Of(id, Person, cancellation) is { } result && result.Find(question) is { Mark: not null } shown ? (result, shown) : null;
}
