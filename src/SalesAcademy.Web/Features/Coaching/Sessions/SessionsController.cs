using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>The coaching sessions of the person who asks, one of them, and planning one with somebody of the team.</summary>
[Route("coaching/sessions")]
internal sealed class SessionsController(AcademyDb db, SessionBook book, PlanSession plan, Library library, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View("Sessions/Sessions", new SessionsPage(await book.All(Person, cancellation), await book.OpenItems(Person, cancellation), Person));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation) =>
        await book.Read(Person, id, cancellation) is { } page ? View("Sessions/Session", page) : NotFound();

    [HttpGet("new"), Allow(Role.Manager)]
    public async Task<IActionResult> New(Guid person, SessionKind kind, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return NotFound();
        var profile = await Staff.TeamOf(db, Person).Where(p => p.Id == person).Select(p => p.Profile).SingleOrDefaultAsync(cancellation);
        return await Form(new SessionForm
        {
            Person = person,
            Kind = kind,
            Day = clock.Today.AddDays(1),
            At = new TimeOnly(10, 0),
            Rubric = kind == SessionKind.OneToOne ? null : RubricChoice.For(library.Now, profile),
            Agenda = words[$"agenda.{kind}"],
        }, null, cancellation);
    }

    [HttpPost("new"), Allow(Role.Manager)]
    public async Task<IActionResult> Create([FromForm] SessionForm form, CancellationToken cancellation)
    {
        // What could not be read is not taken for something else.
        if (!ModelState.IsValid)
            return await FormAgain(() => Form(form, null, cancellation));
        switch (await plan.Run(Act(), form.PlanOf(Person.Id)))
        {
            case Accepted<Guid> session:
                TempData["flash"] = words["session.planned"].Value;
                return Redirect(SessionNotices.LinkTo(session.Value));
            case Refused<Guid> { Reason: { Key: not ("not-found" or "key-reused") } reason }:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await Form(form, words[$"refusal.{reason.Key}", [.. reason.Arguments]], cancellation);
            case var other:
                return Answer(((Refused<Guid>)other).Reason);
        }
    }

    private async Task<IActionResult> Form(SessionForm form, string? refusal, CancellationToken cancellation)
    {
        var name = await Staff.TeamOf(db, Person).Where(p => p.Id == form.Person && p.SuspendedAt == null).Select(p => p.Name).SingleOrDefaultAsync(cancellation);
        if (name is null || !Enum.IsDefined(form.Kind))
            return NotFound();
        var managers = await Staff.Holding(db, Role.Manager);
        var raters = await db.Set<PersonRow>().Where(p => managers.Contains(p.Id) && p.Id != Person.Id && p.Id != form.Person).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation);
        return View("Sessions/NewSession", new NewSessionPage(
            name, form, library.Now.Scorecards, [.. raters.OrderBy(r => r.Name, StringComparer.CurrentCulture).Select(r => (r.Id, r.Name))], clock.Today, Person.ContentLanguage, refusal));
    }
}
