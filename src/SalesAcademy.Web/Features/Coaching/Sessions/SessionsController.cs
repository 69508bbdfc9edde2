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
        if (person == Guid.Empty)
            return await Choose(cancellation);
        var profile = await Staff.TeamOf(db, Person).Where(p => p.Id == person).Select(p => p.Profile).SingleOrDefaultAsync(cancellation);
        return await Form(new SessionForm
        {
            Person = person,
            Kind = kind,
            Day = NextWorkingDay(),
            At = new TimeOnly(10, 0),
            Rubric = kind == SessionKind.OneToOne ? null : RubricChoice.For(library.Now, profile),
            Agenda = words[$"agenda.{kind}"],
        }, cancellation);
    }

    [HttpPost("new"), Allow(Role.Manager)]
    public async Task<IActionResult> Create([FromForm] SessionForm form, CancellationToken cancellation)
    {
        foreach (var (field, _) in form.Span.Where(end => SessionTime.IsUnreadable(end.Written)))
            ModelState.AddModelError(field, words["refusal.moment-off"]);
        // What could not be read is not taken for something else.
        if (!ModelState.IsValid)
            return await FormAgain(() => Form(form, cancellation));
        switch (await plan.Run(Act(), form.PlanOf(Person.Id)))
        {
            case Accepted<Guid> session:
                TempData["flash"] = words["session.planned"].Value;
                return Redirect(SessionNotices.LinkTo(session.Value));
            case Refused<Guid> { Reason: { Key: not ("not-found" or "key-reused") } reason }:
                SayInForm(reason, words, form.FieldOf(reason.Key));
                return await FormAgain(() => Form(form, cancellation));
            case var other:
                return Answer(((Refused<Guid>)other).Reason);
        }
    }

    private DateOnly NextWorkingDay()
    {
        var free = library.Now.Coaching.Quiet.FreeDays; // never all seven
        var day = Person.Zone.DayOf(clock.Now).AddDays(1);
        while (free.Contains(day.DayOfWeek))
            day = day.AddDays(1);
        return day;
    }

    private async Task<IActionResult> Choose(CancellationToken cancellation)
    {
        var team = await Staff.TeamOf(db, Person).Where(p => p.SuspendedAt == null).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation);
        return View("Sessions/ChooseSeller", new ChooseSellerPage([.. team.OrderBy(p => p.Name, StringComparer.CurrentCulture).Select(p => (p.Id, p.Name))]));
    }

    private async Task<IActionResult> Form(SessionForm form, CancellationToken cancellation)
    {
        var name = await Staff.TeamOf(db, Person).Where(p => p.Id == form.Person && p.SuspendedAt == null).Select(p => p.Name).SingleOrDefaultAsync(cancellation);
        if (name is null || !Enum.IsDefined(form.Kind))
            return NotFound();
        var managers = await Staff.Holding(db, Role.Manager);
        var raters = await db.Set<PersonRow>().Where(p => managers.Contains(p.Id) && p.Id != Person.Id && p.Id != form.Person).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation);
        var instant = form is { Day: { } day, At: { } at } ? Person.Zone.InstantOf(day, at) : clock.Now;
        return View("Sessions/NewSession", new NewSessionPage(
            name, form, library.Now.Scorecards, [.. raters.OrderBy(r => r.Name, StringComparer.CurrentCulture).Select(r => (r.Id, r.Name))], Person.Zone.DayOf(clock.Now), instant, Person.ContentLanguage));
    }
}
