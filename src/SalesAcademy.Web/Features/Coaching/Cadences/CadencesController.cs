using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching.Cadences;

/// <summary>How often a coach meets their people: what is set, what it has planned, setting another, ending one.</summary>
[Route(Address), Allow(Role.Manager)]
internal sealed class CadencesController(CadenceBook book, KeepCadences keep, IStringLocalizer<Words> words, IStringLocalizer<Sessions.Words> sessionWords) : AcademyController
{
    public const string Address = "/coaching/cadences";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Cadences/Cadences", await book.Read(Person, new CadenceForm
    {
        Weekday = DayOfWeek.Tuesday,
        At = new TimeOnly(10, 0),
        Agenda = sessionWords["agenda.OneToOne"],
    }, null, cancellation));

    [HttpPost]
    public async Task<IActionResult> Create([FromForm] CadenceForm form, CancellationToken cancellation)
    {
        switch (await keep.Set(Act(), form))
        {
            case Accepted<Guid>:
                TempData["flash"] = words["cadence.set"].Value;
                return Redirect(Address);
            case Refused<Guid> { Reason: { Key: not ("not-found" or "key-reused") } reason }:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return View("Cadences/Cadences", await book.Read(Person, form, Said(reason), cancellation));
            case var other:
                return Answer(((Refused<Guid>)other).Reason);
        }
    }

    [HttpPost("{id:guid}/end")]
    public async Task<IActionResult> End(Guid id)
    {
        if (await keep.End(Act(), id) is Refused<Done> refused)
            return Answer(refused.Reason);
        TempData["flash"] = words["cadence.ended"].Value;
        return Redirect(Address);
    }

    // What a cadence and a session refuse alike is said in the words of sessions.
    private string Said(Refusal reason) => words[$"refusal.{reason.Key}", [.. reason.Arguments]] is { ResourceNotFound: false } own ? own : sessionWords[$"refusal.{reason.Key}", [.. reason.Arguments]];
}
