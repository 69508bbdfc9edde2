using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A follow-up as its owner writes it down.</summary>
internal sealed record FollowUpForm
{
    public DateOnly? Day { get; init; }

    [StringLength(2000)]
    public string? Note { get; init; }
}

/// <summary>The stage the buyer has reached and what comes next.</summary>
internal sealed record ProgressForm
{
    [Required, StringLength(80)]
    public string? Stage { get; init; }

    [StringLength(200)]
    public string? NextStep { get; init; }

    public DateOnly? NextStepOn { get; init; }

    /// <summary>What the page showed before it was changed.</summary>
    [StringLength(64)]
    public string? Seen { get; init; }
}

/// <summary>One lead, and what its owner, or somebody who answers for the owner, does with it.</summary>
[Route("leads/{id:guid}")]
internal sealed class LeadController(
    AcademyDb db, LeadPool pool, Sellers sellers, Library library, Checks checks, Clock clock, NavigationCounts counts, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet, Allow(Role.Rep | Role.Manager | Role.SalesOps)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation) =>
        await LeadPage.Read(db, Person, id, clock.Today, refusal: null, cancellation) is { } page ? View("Lead", page) : NotFound();

    [HttpPost("claim"), Allow(Role.Rep)]
    public async Task<IActionResult> Claim(Guid id)
    {
        var decision = await pool.Claim(Act(), id, Person.Id);
        counts.Forget(Person.Id);
        if (decision is not Refused<Done> { Reason: var reason })
            return Done($"/leads/{id}", "done.claimed");
        if (reason == Refusal.NotFound || await PoolPage.Read(db, sellers, library, checks, clock, Person.Id, new PoolFilter(), checks.Say(reason), HttpContext.RequestAborted) is not { } page)
            return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Pool", page);
    }

    [HttpPost("follow-ups"), Allow(Role.Rep)]
    public async Task<IActionResult> FollowUp(Guid id, FollowUpForm form) =>
        await Answer(id, "done.followed-up", act => pool.FollowUp(act, id, Person.Id, form.Day ?? clock.Today, form.Note ?? ""));

    [HttpPost("progress"), Allow(Role.Rep)]
    public async Task<IActionResult> Progress(Guid id, ProgressForm form) =>
        await Answer(id, "done.saved", act => pool.Progress(act, id, Person.Id, form.Stage ?? "", form.NextStep, form.NextStepOn, form.Seen));

    [HttpPost("opportunity"), Allow(Role.Rep)]
    public async Task<IActionResult> Opportunity(Guid id, bool open) =>
        await Answer(id, open ? "done.opportunity-opened" : "done.opportunity-closed", act => pool.Opportunity(act, id, Person.Id, open));

    [HttpPost("won"), Allow(Role.Rep)]
    public async Task<IActionResult> Win(Guid id, [StringLength(40)] string? sum) => await Answer(id, "done.won", act =>
        Money.Read(sum) is { } amount ? pool.Win(act, id, Person.Id, amount) : Task.FromResult<Decision<Done>>(new Refusal("offer-sum")));

    [HttpPost("lost"), Allow(Role.Rep)]
    public async Task<IActionResult> Lose(Guid id, [StringLength(1000)] string? reason) =>
        await Answer(id, "done.lost", act => pool.Lose(act, id, Person.Id), reason);

    [HttpPost("return"), Allow(Role.Rep)]
    public async Task<IActionResult> Return(Guid id, [StringLength(1000)] string? reason) =>
        await Answer(id, "done.returned", act => pool.Return(act, id, Person.Id), reason, to: "/leads");

    [HttpPost("transfer"), Allow(Role.Manager | Role.SalesOps)]
    public async Task<IActionResult> Transfer(Guid id, Guid to, [StringLength(1000)] string? reason)
    {
        if (!await Staff.VisibleTo(db, Person).AnyAsync(p => p.Id == to, HttpContext.RequestAborted))
            return NotFound();
        return await Answer(id, "done.transferred", act => string.IsNullOrWhiteSpace(act.Reason) ? Task.FromResult<Decision<Done>>(new Refusal("reason-needed")) : pool.Transfer(act, id, to), reason);
    }

    /// <summary>An owner says that the customer may not be contacted; those who answer for the owner may hold the one lead back as well.</summary>
    [HttpPost("lock"), Allow(Role.Rep | Role.Manager | Role.SalesOps)]
    public async Task<IActionResult> Lock(Guid id, LockKind kind, [StringLength(1000)] string? reason)
    {
        var mine = await db.Set<LeadRow>().AnyAsync(l => l.Id == id && l.Owner == Person.Id, HttpContext.RequestAborted);
        return await Answer(
            id, "done.locked", act => pool.Lock(act, id, mine ? LockKind.DoNotContact : kind), reason, to: Person.Is(Role.SalesOps) ? null : Person.Is(Role.Manager) && !mine ? "/leads/health" : "/leads");
    }

    /// <summary>An owner takes back on the same day that it was won or lost; those who answer for the owner may later.</summary>
    [HttpPost("reopen"), Allow(Role.Rep | Role.Manager | Role.SalesOps)]
    public async Task<IActionResult> Reopen(Guid id, [StringLength(1000)] string? reason)
    {
        var mine = await db.Set<LeadRow>().AnyAsync(l => l.Id == id && l.Owner == Person.Id, HttpContext.RequestAborted);
        return await Answer(id, "done.reopened", act => pool.Reopen(act, id, sameDay: mine), reason);
    }

    [HttpPost("unlock"), Allow(Role.SalesOps)]
    public async Task<IActionResult> Unlock(Guid id, [StringLength(1000)] string? reason) => await Answer(id, "done.unlocked", act => pool.Unlock(act, id), reason);

    // What this person may not see is not there; what the rules refuse is said on the page of the lead.
    private async Task<IActionResult> Answer(Guid id, string done, Func<Act, Task<Decision<Done>>> command, string? reason = null, string? to = null)
    {
        if (!await LeadPage.VisibleTo(db, Person).AnyAsync(l => l.Id == id, HttpContext.RequestAborted))
            return NotFound();
        if (!ModelState.IsValid)
            return await Again(id, words["refusal.form"]);
        var decision = await command(Act(reason));
        counts.Forget(Person.Id);
        return decision is Refused<Done> refused ? await Again(id, checks.Say(refused.Reason)) : Done(to ?? $"/leads/{id}", done);
    }

    private RedirectResult Done(string to, string said)
    {
        TempData["flash"] = words[said].Value;
        return Redirect(to);
    }

    private async Task<IActionResult> Again(Guid id, string refusal)
    {
        if (await LeadPage.Read(db, Person, id, clock.Today, refusal, HttpContext.RequestAborted) is not { } page)
            return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Lead", page);
    }
}
