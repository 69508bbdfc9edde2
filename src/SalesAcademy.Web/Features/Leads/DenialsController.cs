using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Why a seller contests.</summary>
internal sealed record DenialForm
{
    [StringLength(DenialContest.LongestReason, ErrorMessage = "refusal.denial-without-reason")]
    public string? Reason { get; init; }
}

/// <summary>What somebody decided, and why.</summary>
internal sealed record RulingForm
{
    [Required(ErrorMessage = "denial.ruling-needed")]
    public DenialRuling? Ruling { get; init; }

    [StringLength(DenialContest.LongestReason, ErrorMessage = "refusal.denial-without-reason")]
    public string? Reason { get; init; }
}

/// <summary>Contested denials: the seller's own, and those of one's people to decide about.</summary>
[Route("leads")]
internal sealed class DenialsController(AcademyDb db, Denials denials, DenialReader reader, Checks checks, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/leads/contests";

    // Enough to look back; what is open is always shown.
    private const int DecidedShown = 50;

    public static string AddressOf(Guid contest) => $"{Address}/{contest}";

    [HttpGet("contests"), Allow(Role.Rep | Role.Manager | Role.SalesOps)]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var open = Visible().Where(d => d.DecidedAt == null);
        var decided = Visible().Where(d => d.DecidedAt != null).OrderByDescending(d => d.DecidedAt).Take(DecidedShown);
        return View("Denials", new DenialsPage(await DenialLine.Of(db, Person, open, cancellation), await DenialLine.Of(db, Person, decided, cancellation), clock.Today, Person.Is(Role.Manager | Role.SalesOps)));
    }

    [HttpGet("contests/{id:guid}"), Allow(Role.Rep | Role.Manager | Role.SalesOps)]
    public Task<IActionResult> Show(Guid id, CancellationToken cancellation) => Page(id, new RulingForm(), cancellation);

    [HttpPost("decisions/{id:guid}/contests"), Allow(Role.Rep)]
    public Task<IActionResult> Contest(Guid id, DenialForm form) => Raised(form, () => denials.Contest(Act(form.Reason), Person.Id, id), $"/leads/decisions/{id}");

    [HttpPost("{id:guid}/contests"), Allow(Role.Rep)]
    public Task<IActionResult> ContestClaim(Guid id, DenialForm form) => Raised(form, () => denials.ContestClaim(Act(form.Reason), Person.Id, id), $"/leads/{id}/why");

    [HttpPost("contests/{id:guid}/decision"), Allow(Role.Manager | Role.SalesOps)]
    public async Task<IActionResult> Decide(Guid id, RulingForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            if (await denials.Decide(Act(form.Reason), Person, id, form.Ruling!.Value) is not Refused<Guid> { Reason: var reason }) // required by the form
            {
                TempData["flash"] = words["denial.done"].Value;
                return Redirect(Address);
            }

            if (reason == Refusal.NotFound)
                return NotFound();
            ModelState.AddModelError("", reason.Key == "not-eligible" ? words["denial.cannot-give", checks.Shortly(reason)] : checks.Say(reason));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Page(id, form, cancellation);
    }

    private IQueryable<DenialRow> Visible()
    {
        var me = Person.Id;
        var decides = Denials.DecidedBy(db, Person).Select(d => d.Id);
        return db.Set<DenialRow>().Where(d => d.Person == me || decides.Contains(d.Id));
    }

    // What is refused is said where the seller stands: on the page that says why not.
    private async Task<IActionResult> Raised(DenialForm form, Func<Task<Decision<Guid>>> contest, string back)
    {
        var decision = ModelState.IsValid ? await contest() : new Refusal("denial-without-reason", DenialContest.LongestReason);
        if (decision is Refused<Guid> { Reason: var reason })
        {
            if (reason == Refusal.NotFound)
                return NotFound();
            TempData["flash-refused"] = checks.Say(reason);
            return Redirect(back);
        }

        TempData["flash"] = words["denial.sent"].Value;
        return Redirect(AddressOf(((Accepted<Guid>)decision).Value));
    }

    private async Task<IActionResult> Page(Guid id, RulingForm form, CancellationToken cancellation)
    {
        var mayDecide = Person.Is(Role.Manager | Role.SalesOps) && await Denials.DecidedBy(db, Person).AnyAsync(d => d.Id == id, cancellation);
        return await reader.Read(Person, Visible().Where(d => d.Id == id), mayDecide, form, cancellation) is { } page ? View("Denial", page) : NotFound();
    }
}
