using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Live;

namespace SalesAcademy.Web.Features.People;

/// <summary>The only place where passwords are set.</summary>
internal sealed class WayIn(SignInManager<Credential> signIn, SessionStore sessions, LiveConnections connections)
{
    private readonly UserManager<Credential> users = signIn.UserManager;

    /// <summary>Gives a newcomer their first password. Whoever has one keeps it: to join twice under one key is to join once.</summary>
    public async Task<Decision<Done>> Begin(Guid person, string email, string password)
    {
        if (PasswordRules.Refuse(password, email) is { } weak)
            return weak;
        if (await Has(person))
            return Done.Value;
        try
        {
            var begun = Said(await users.CreateAsync(new Credential { Id = person, UserName = email, Email = email, EmailConfirmed = true }, password));
            return begun is Refused<Done> && await Has(person) ? Done.Value : begun;
        }
        catch (Exception e) when (e is DbUpdateException or InvalidOperationException && users.Users.Any(credential => credential.Id == person))
        {
            // The same, sent twice at once, was quicker: its row is in the table already, or the check of the address has already read it.
            return Done.Value;
        }
    }

    /// <summary>Gives a person a password, their first or a new one in place of a lost one; whoever was signed in as them is out.</summary>
    public async Task<Decision<Done>> Give(Guid person, string email, string password)
    {
        if (PasswordRules.Refuse(password, email) is { } weak)
            return weak;
        if (await users.FindByIdAsync(person.ToString()) is not { } credential)
            return Said(await users.CreateAsync(new Credential { Id = person, UserName = email, Email = email, EmailConfirmed = true }, password));
        await users.RemovePasswordAsync(credential);
        await users.SetLockoutEndDateAsync(credential, lockoutEnd: null);
        var given = Said(await users.AddPasswordAsync(credential, password));
        await EndSessions(person, except: null);
        return given;
    }

    /// <summary>Changes one's own password, knowing the present one; every other sign-in of this person ends.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="present">The password until now; wrong ones count towards the lock like those at sign-in.</param>
    /// <param name="next">The password from now on.</param>
    /// <param name="session">The session that asks, which stays.</param>
    public async Task<Decision<Done>> Change(Guid person, string present, string next, string? session)
    {
        var credential = await users.FindByIdAsync(person.ToString()) ?? throw new InvalidOperationException("Somebody signed in has a credential.");
        if (PasswordRules.Refuse(next, credential.Email!) is { } weak)
            return weak;
        if (!(await signIn.CheckPasswordSignInAsync(credential, present, lockoutOnFailure: true)).Succeeded)
            return new Refusal("password-wrong");
        if (Said(await users.ChangePasswordAsync(credential, present, next)) is Refused<Done> refused)
            return refused;
        await signIn.RefreshSignInAsync(credential);
        await EndSessions(person, session);
        return Done.Value;
    }

    /// <summary>Takes somebody's way in away for good: address, password and every sign-in.</summary>
    public async Task Close(Guid person)
    {
        if (await users.FindByIdAsync(person.ToString()) is { } credential)
            await users.DeleteAsync(credential);
        await EndSessions(person, except: null);
    }

    private Task<bool> Has(Guid person) => users.Users.AnyAsync(credential => credential.Id == person);

    private async Task EndSessions(Guid person, string? except)
    {
        await sessions.RemoveAll(person, except);
        connections.End(person);
    }

    private static Decision<Done> Said(IdentityResult result) =>
        result.Succeeded ? Done.Value : new Refusal("password-refused", string.Join(' ', result.Errors.Select(e => e.Code)));
}
