using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Grading a question again whose key was wrong: where there is reason to, what it would change, applying it, and its record.</summary>
[Route(Address), Allow(Role.Hr)]
internal sealed class RegradesController(
    AcademyDb db, Library library, QuizEditions editions, RegradeReading reading, RegradeQuestion regrade, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/quizzes/regrades";

    public static string AddressOf(Guid regrade) => $"{Address}/{regrade}";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View("Regrades", await RegradesPage.Read(db, library, editions, Person.ContentLanguage, cancellation));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, bool all, CancellationToken cancellation) =>
        await RegradePage.Read(db, editions, id, all, Person.ContentLanguage, cancellation) is { } page ? View("Regrade", page) : NotFound();

    [HttpGet("{course}/{quiz}/{family}/{variant}/{edition}")]
    public Task<IActionResult> Preview([FromRoute] QuestionVersion version, [FromQuery] RegradeForm form, bool all, CancellationToken cancellation) => Page(version, form, all, cancellation);

    [HttpPost("{course}/{quiz}/{family}/{variant}/{edition}")]
    public async Task<IActionResult> Create([FromRoute] QuestionVersion version, [FromForm] RegradeForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var decided = await regrade.Run(Act(form.Reason), Person.Id, version, form);
            if (decided is Accepted<Guid> { Value: var id })
            {
                TempData["flash"] = words["regrade.done"].Value;
                return Redirect(AddressOf(id));
            }

            var reason = ((Refused<Guid>)decided).Reason;
            if (reason.Key is "not-found" or "key-reused")
                return Answer(reason);
            SayInForm(reason, words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Page(version, form, all: false, cancellation);
    }

    private async Task<IActionResult> Page(QuestionVersion version, RegradeForm form, bool all, CancellationToken cancellation) =>
        await reading.Of(db, version, form.Way, form.MayFall, clock.Today, cancellation) is { } preview
            ? View("RegradePreview", await RegradePreviewPage.Of(db, preview, form, all, Person.ContentLanguage, cancellation))
            : NotFound();
}
