using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching.Cadences;

/// <summary>How often a coach meets their people: what is set, what it has planned, setting another, changing or ending one.</summary>
[Route(Address), Allow(Role.Manager)]
internal sealed class CadencesController(CadenceBook book, KeepCadences keep, IStringLocalizer<Words> words, IStringLocalizer<Sessions.Words> sessionWords) : AcademyController
{
    public const string Address = "/coaching/cadences";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Cadences/Cadences", await book.Read(Person, CadenceForm.Usual(sessionWords["agenda.OneToOne"]), null, cancellation));

    [HttpPost]
    public async Task<IActionResult> Create([FromForm] CadenceForm form, CancellationToken cancellation) =>
        ModelState.IsValid ? await Kept(await keep.Set(Act(), form), "cadence.set", form, null, cancellation) : await Again(form, null, cancellation);

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Change(Guid id, [FromForm] CadenceForm form, CancellationToken cancellation) =>
        ModelState.IsValid ? await Kept(await keep.Change(Act(), id, form), "cadence.changed", form, id, cancellation) : await Again(form, id, cancellation);

    [HttpPost("{id:guid}/end")]
    public async Task<IActionResult> End(Guid id)
    {
        if (await keep.End(Act(), id) is Refused<Done> refused)
            return Answer(refused.Reason);
        TempData["flash"] = words["cadence.ended"].Value;
        return Redirect(Address);
    }

    private async Task<IActionResult> Kept<T>(Decision<T> decided, string said, CadenceForm form, Guid? changing, CancellationToken cancellation)
    {
        switch (decided)
        {
            case Accepted<T>:
                TempData["flash"] = words[said].Value;
                return Redirect(Address);
            case Refused<T> { Reason: { Key: not ("not-found" or "key-reused") } reason }:
                SayInForm(reason, words[$"refusal.{reason.Key}"].ResourceNotFound ? sessionWords : words, FieldOf(reason.Key));
                return await Again(form, changing, cancellation);
            case var other:
                return Answer(((Refused<T>)other).Reason);
        }
    }

    private async Task<IActionResult> Again(CadenceForm form, Guid? changing, CancellationToken cancellation)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Cadences/Cadences", await book.Read(Person, form, changing, cancellation));
    }

    private static string FieldOf(string refusal) => refusal switch
    {
        "weeks-off" => nameof(CadenceForm.Weeks),
        "time-needed" => nameof(CadenceForm.At),
        "minutes-off" => nameof(CadenceForm.Minutes),
        "cadence-there" => nameof(CadenceForm.With),
        _ => "",
    };
}
