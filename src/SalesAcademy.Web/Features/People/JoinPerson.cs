using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.People;

/// <summary>Enters a person with their roles, and gives them a way to sign in.</summary>
public sealed class JoinPerson(ILedger ledger, IServiceScopeFactory scopes)
{
    /// <summary>
    /// Who has joined: with an act sent twice under one key, the one of the first time. An act without actor is the academy's own (its first
    /// administrator, the demo); anybody else grants only what they may.
    /// </summary>
    public async Task<Decision<Guid>> Run(Act act, PersonRow person, Role roles, string? password, CancellationToken cancellation = default)
    {
        person.Email = person.Email.Trim().ToLowerInvariant();
        if (!MailAddress.TryCreate(person.Email, out var address) || address.Address != person.Email)
            return new Refusal("email-invalid", person.Email);
        if (password is not null && PasswordRules.Refuse(password, person.Email) is { } weak)
            return weak;
        var joined = await ledger.Run<Guid>(act, async entry =>
        {
            if (act.Actor is { } giver && RoleGrants.Decide(await Staff.RolesOf(entry.Db, giver), toSelf: false, Role.None, roles, otherAdministrators: true) is Refused<Role> refused)
                return refused.Reason;
            if (await entry.Db.Set<PersonRow>().AnyAsync(p => p.Email == person.Email))
                return new Refusal("email-taken", person.Email);
            Enter(entry, person, roles);
            return person.Id;
        }, cancellation);
        if (password is null || joined is not Accepted<Guid> { Value: var newcomer })
            return joined;
        return await GiveWayIn(newcomer, person.Email, password) is Refused<Done> { Reason: var unfit } ? unfit : newcomer;
    }

    /// <summary>The rows and the event of a person joining, for commands that enter several at once.</summary>
    public static void Enter(Entry entry, PersonRow person, Role roles)
    {
        entry.Db.Add(person);
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.None && roles.HasFlag(role)))
            entry.Db.Add(new RoleRow { PersonId = person.Id, Role = role, GrantedAt = entry.Act.At, GrantedBy = entry.Act.Actor });
        entry.Record(new PersonJoined(person.Id, person.TeamId, person.Profile, person.HiredOn, person.Zone));
    }

    private async Task<Decision<Done>> GiveWayIn(Guid person, string email, string password)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WayIn>().Begin(person, email, password);
    }
}
