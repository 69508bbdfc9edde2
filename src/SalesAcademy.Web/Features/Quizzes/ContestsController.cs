using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Contested marks of one's people, and the decision about one.</summary>
[Route("quizzes/contests"), Allow(Role.Manager | Role.Hr)]
internal sealed class ContestsController(AcademyDb db, Library library, PaperShelf shelf, DecideContest decide, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/quizzes/contests";

    // Enough to look back; what is open is always shown.
    private const int DecidedShown = 50;

    public static string AddressOf(Guid contest) => $"{Address}/{contest}";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var open = Mine().Where(c => c.DecidedAt == null);
        var decided = Mine().Where(c => c.DecidedAt != null).OrderByDescending(c => c.DecidedAt).Take(DecidedShown);
        return View("Contests", new ContestsPage(await ContestLine.Of(db, open, cancellation), await ContestLine.Of(db, decided, cancellation), library, Person.ContentLanguage));
    }

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Show(Guid id, CancellationToken cancellation) => Page(id, new DecisionForm(), cancellation);

    [HttpPost("{id:guid}/decision")]
    public async Task<IActionResult> Decide(Guid id, DecisionForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            if (await decide.Run(Act(form.Reason), Person, id, form) is not Refused<Guid> { Reason: var reason })
            {
                TempData["flash"] = words["contest.done"].Value;
                return Redirect(Address);
            }

            if (reason == Refusal.NotFound)
                return NotFound();
            SayInForm(reason, words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Page(id, form, cancellation);
    }

    private IQueryable<ContestRow> Mine()
    {
        var people = Learners.Of(db, Person).Select(p => p.Id);
        return db.Set<ContestRow>().Where(c => people.Contains(c.Person));
    }

    private async Task<IActionResult> Page(Guid id, DecisionForm form, CancellationToken cancellation)
    {
        if (await ContestLine.Of(db, Mine().Where(c => c.Id == id), cancellation) is not [var line])
            return NotFound();
        var answer = await db.Set<AttemptAnswerRow>().SingleOrDefaultAsync(a => a.Attempt == line.Row.Attempt && a.Position == line.Row.Position, cancellation);
        var grades = GradeLine.Holding(await GradeLine.Of(db, db.Set<GradeRow>().Where(g => g.Attempt == line.Row.Attempt && g.Position == line.Row.Position), cancellation));
        var corrected = (await CorrectedMark.Of(db, line.Row.Attempt, cancellation)).GetValueOrDefault(line.Row.Position);
        return View("Decision", await ContestPage.Of(db, shelf, line, answer, grades, corrected, form, Person.ContentLanguage));
    }
}
