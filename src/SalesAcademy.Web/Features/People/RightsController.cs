using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People.Erasure;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.People;

/// <summary>Whether somebody else at work can administer, held until the commit so that two administrators cannot remove each other at once.</summary>
internal static class Administrators
{
    public static async Task<bool> OthersThan(Entry entry, Guid person)
    {
        await entry.Hold("administrators");
        return await (from role in entry.Db.Set<RoleRow>()
                      join other in entry.Db.Set<PersonRow>() on role.PersonId equals other.Id
                      where role.Role == Role.Admin && other.Id != person && other.SuspendedAt == null
                      select other.Id).AnyAsync();
    }
}

/// <summary>All roles a person is to hold.</summary>
internal sealed record RolesForm
{
    public List<Role>? Roles { get; init; }
}

[Route("people/{id:guid}/roles"), Allow(Role.Admin)]
internal sealed class RolesController(PersonDesk desk) : PersonChange(desk)
{
    [HttpPost]
    public Task<IActionResult> Set(Guid id, RolesForm form) =>
        Change(id, "roles-changed", (entry, person) => Set(entry, person, (form.Roles ?? []).Aggregate(Role.None, (all, role) => all | role)));

    private async Task<Decision<Done>> Set(Entry entry, PersonRow person, Role wanted)
    {
        var others = await Administrators.OthersThan(entry, person.Id);
        var rows = await entry.Db.Set<RoleRow>().Where(r => r.PersonId == person.Id).ToListAsync();
        var held = rows.Aggregate(Role.None, (all, row) => all | row.Role);
        if (RoleGrants.Decide(await Staff.RolesOf(entry.Db, Person.Id), Person.Id == person.Id, held, wanted, others) is Refused<Role> refused)
            return refused.Reason;
        if (wanted == held)
            return Done.Value;
        entry.Db.RemoveRange(rows.Where(row => !wanted.HasFlag(row.Role)));
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.None && wanted.HasFlag(role) && !held.HasFlag(role)))
            entry.Db.Add(new RoleRow { PersonId = person.Id, Role = role, GrantedAt = entry.Act.At, GrantedBy = entry.Act.Actor });
        entry.Record(new RolesChanged(person.Id, wanted));
        if (!wanted.HasFlag(Role.Manager))
            await Teams.GiveUpAll(entry, person.Id);
        return Done.Value;
    }
}

/// <summary>Why somebody is shut out.</summary>
internal sealed record SuspensionForm
{
    [Required(ErrorMessage = "reason-needed"), StringLength(500, ErrorMessage = "reason-needed")]
    public string? Reason { get; init; }
}

[Route("people/{id:guid}"), Allow(Role.Hr | Role.Admin)]
internal sealed class SuspensionsController(PersonDesk desk) : PersonChange(desk)
{
    [HttpPost("suspension")]
    public Task<IActionResult> Create(Guid id, SuspensionForm form) => Change(id, "suspended", async (entry, person) =>
    {
        var others = await Administrators.OthersThan(entry, person.Id);
        var decision = RoleGrants.DecideSuspension(
            await Staff.RolesOf(entry.Db, Person.Id), Person.Id == person.Id, await Staff.RolesOf(entry.Db, person.Id), others);
        if (decision is Refused<Done> || person.SuspendedAt is not null)
            return decision;
        person.SuspendedAt = entry.Act.At;
        entry.Say(form.Reason!, person.Id);
        entry.Record(new PersonSuspended(person.Id));
        return decision;
    });

    [HttpPost("reinstatement")]
    public Task<IActionResult> End(Guid id) => Change(id, "reinstated", async (entry, person) =>
    {
        if (person.SuspendedAt is null)
            return Done.Value;
        if ((await Staff.RolesOf(entry.Db, person.Id)).HasFlag(Role.Admin) && !Person.Is(Role.Admin))
            return new Refusal("roles-need-administrator");
        if (await entry.Db.Set<ErasureRow>().AnyAsync(e => e.Person == id && e.CalledOffAt == null && e.DoneAt == null))
            return new Refusal("erasure-waits");
        person.SuspendedAt = null;
        entry.Record(new PersonReinstated(person.Id));
        return Done.Value;
    });
}

/// <summary>A password to start with.</summary>
internal sealed record FirstPasswordForm
{
    [Required(ErrorMessage = "password-needed"), StringLength(256, ErrorMessage = "password-needed")]
    public string? Password { get; init; }
}

/// <summary>For somebody who has lost their password, or never had one.</summary>
[Route("people/{id:guid}/password"), Allow(Role.Admin)]
internal sealed class PasswordsController(PersonDesk desk, AcademyDb db, WayIn way) : PersonChange(desk)
{
    [HttpPost]
    public async Task<IActionResult> Give(Guid id, FirstPasswordForm form)
    {
        if (!ModelState.IsValid)
            return await Again(id);
        var email = await Staff.VisibleTo(db, Person).Where(p => p.Id == id && p.Id != Person.Id).Select(p => p.Email).SingleOrDefaultAsync();
        if (email is null)
            return NotFound();
        if (await way.Give(id, email, form.Password!) is Refused<Done> { Reason: var reason })
            return await Refused(id, reason);
        return await Change(id, "password-given", (entry, person) =>
        {
            entry.Record(new PasswordChanged(person.Id));
            return Task.FromResult<Decision<Done>>(Done.Value);
        });
    }
}
