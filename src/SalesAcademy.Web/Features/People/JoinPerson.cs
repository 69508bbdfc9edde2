using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.People;

/// <summary>Enters a person with their roles, and gives them a way to sign in.</summary>
public sealed class JoinPerson(ILedger ledger, IServiceScopeFactory scopes)
{
    public async Task<Decision<Done>> Run(Act act, PersonRow person, Role roles, string? password, CancellationToken cancellation = default)
    {
        if (!MailAddress.TryCreate(person.Email, out _))
            return new Refusal("email-invalid", person.Email);
        var joined = await ledger.Run<Done>(act, async entry =>
        {
            if (await entry.Db.Set<PersonRow>().AnyAsync(p => p.Email == person.Email))
                return new Refusal("email-taken", person.Email);
            Enter(entry, person, roles);
            return Done.Value;
        }, cancellation);
        return joined is Accepted<Done> && password is not null ? await GiveWayIn(person, password) : joined;
    }

    /// <summary>The rows and the event of a person joining, for commands that enter several at once.</summary>
    public static void Enter(Entry entry, PersonRow person, Role roles)
    {
        entry.Db.Add(person);
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.None && roles.HasFlag(role)))
            entry.Db.Add(new RoleRow { PersonId = person.Id, Role = role, GrantedAt = entry.Act.At, GrantedBy = entry.Act.Actor });
        entry.Record(new PersonJoined(person.Id, person.TeamId, person.Profile, person.HiredOn));
    }

    private async Task<Decision<Done>> GiveWayIn(PersonRow person, string password)
    {
        await using var scope = scopes.CreateAsyncScope();
        var credentials = scope.ServiceProvider.GetRequiredService<UserManager<Credential>>();
        var made = await credentials.CreateAsync(new Credential { Id = person.Id, UserName = person.Email, Email = person.Email, EmailConfirmed = true }, password);
        return made.Succeeded ? Done.Value : new Refusal("password-refused", string.Join(' ', made.Errors.Select(e => e.Description)));
    }
}
