using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.People;

/// <summary>A team's name in both languages.</summary>
internal sealed record TeamForm
{
    [Required(ErrorMessage = "team-name-needed"), StringLength(60, ErrorMessage = "team-name-needed")]
    public string? Name { get; init; }

    [Required(ErrorMessage = "team-name-needed"), StringLength(60, ErrorMessage = "team-name-needed")]
    public string? ChineseName { get; init; }
}

/// <summary>Somebody who is to answer for a team.</summary>
internal sealed record ManagerForm
{
    [Required(ErrorMessage = "manager-needed")]
    public Guid? Person { get; init; }
}

/// <summary>The teams: who is in them, and who answers for them.</summary>
[Route("people/teams"), Allow(Role.Hr | Role.Admin)]
internal sealed class TeamsController(AcademyDb db, ILedger ledger, Staff staff, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Teams", await TeamsPage.Read(db, cancellation));

    [HttpPost]
    public Task<IActionResult> Create(TeamForm form) => Run("team-formed", entry => Teams.Form(entry, form.Name!.Trim(), form.ChineseName!.Trim()));

    [HttpPost("{id:guid}")]
    public Task<IActionResult> Rename(Guid id, TeamForm form) => Run("saved", entry => Teams.Rename(entry, id, form.Name!.Trim(), form.ChineseName!.Trim()));

    [HttpPost("{id:guid}/managers")]
    public Task<IActionResult> AddManager(Guid id, ManagerForm form) => Run("saved", entry => Teams.AddManager(entry, id, form.Person!.Value), form.Person);

    [HttpPost("{id:guid}/managers/{person:guid}/removal")]
    public Task<IActionResult> RemoveManager(Guid id, Guid person) => Run("saved", entry => Teams.RemoveManager(entry, id, person), person);

    private async Task<IActionResult> Run(string done, Func<Entry, Task<Decision<Done>>> command, Guid? about = null)
    {
        var decision = ModelState.IsValid ? await ledger.Run<Done>(Act(), command) : null;
        if (about is { } person)
            staff.Forget(person);
        if (decision is Accepted<Done>)
        {
            TempData["flash"] = words[done].Value;
            return Redirect("/people/teams");
        }

        if (decision is Refused<Done> { Reason: var reason })
        {
            if (reason == Refusal.NotFound)
                return NotFound();
            SayInForm(reason, words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Teams", await TeamsPage.Read(db, HttpContext.RequestAborted));
    }
}

/// <summary>A team with its people in figures.</summary>
internal sealed record TeamLine(TeamRow Team, int People, IReadOnlyList<(Guid Id, string Name)> Managers);

/// <summary>Every team, and everybody who may answer for one.</summary>
internal sealed record TeamsPage(IReadOnlyList<TeamLine> Teams, IReadOnlyList<(Guid Id, string Name)> MayManage)
{
    public static async Task<TeamsPage> Read(AcademyDb db, CancellationToken cancellation)
    {
        var atWork = db.Set<PersonRow>().Where(p => p.SuspendedAt == null);
        var sizes = await atWork.Where(p => p.TeamId != null).GroupBy(p => p.TeamId!.Value).Select(g => new { Team = g.Key, People = g.Count() }).ToDictionaryAsync(g => g.Team, g => g.People, cancellation);
        var managers = await (from m in db.Set<TeamManagerRow>() join p in db.Set<PersonRow>() on m.PersonId equals p.Id select new { m.TeamId, p.Id, p.Name }).ToListAsync(cancellation);
        var mayManage = await atWork.Where(p => db.Set<RoleRow>().Any(r => r.PersonId == p.Id && r.Role == Role.Manager)).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation);
        var ofTeam = managers.ToLookup(m => m.TeamId, m => (m.Id, m.Name));
        var teams = await db.Set<TeamRow>().ToListAsync(cancellation);
        return new TeamsPage(
            [.. teams.OrderBy(t => t.Name, StringComparer.CurrentCulture).Select(t => new TeamLine(t, sizes.GetValueOrDefault(t.Id), [.. ofTeam[t.Id].OrderBy(m => m.Name, StringComparer.CurrentCulture)]))],
            [.. mayManage.OrderBy(p => p.Name, StringComparer.CurrentCulture).Select(p => (p.Id, p.Name))]);
    }
}
