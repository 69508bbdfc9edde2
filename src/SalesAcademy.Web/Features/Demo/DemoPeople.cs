using Microsoft.AspNetCore.Identity;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>Enters the people and teams of the demo, each on their first working day.</summary>
internal sealed class DemoPeople(ILedger ledger, Clock clock, IServiceScopeFactory scopes)
{
    public IEnumerable<Scene> Scenes()
    {
        var founded = clock.Ago(DemoOrganisation.People.Max(p => p.Tenure) + 1, 9);
        yield return new(founded, () => Found(founded));
        foreach (var person in DemoOrganisation.People)
        {
            var first = clock.Ago(person.Tenure, 8);
            yield return new(first, () => Join(person, first));
        }

        // A manager can answer for a team only after joining.
        var led = clock.Ago(DemoOrganisation.People.Where(p => p.Roles.HasFlag(Role.Manager)).Min(p => p.Tenure) - 1, 9);
        yield return new(led, () => Lead(led));
    }

    /// <summary>One password for everybody, hashed once: hashing it for each would take the first start's patience.</summary>
    public async Task GiveWaysIn()
    {
        await using var scope = scopes.CreateAsyncScope();
        var credentials = scope.ServiceProvider.GetRequiredService<UserManager<Credential>>();
        var hash = credentials.PasswordHasher.HashPassword(new Credential(), DemoOrganisation.Password);
        foreach (var person in DemoOrganisation.People)
            if (await credentials.FindByIdAsync(person.Id.ToString()) is null)
                await credentials.CreateAsync(new Credential { Id = person.Id, UserName = person.Email, Email = person.Email, EmailConfirmed = true, PasswordHash = hash });
    }

    private Task<Decision<Done>> Found(DateTime at) => ledger.Run<Done>(clock.ActAt(at), entry =>
    {
        foreach (var team in DemoOrganisation.Teams)
            entry.Db.Add(new TeamRow { Id = DemoOrganisation.IdOf(team.Key), Name = team.Name, ChineseName = team.ChineseName });
        return Task.FromResult<Decision<Done>>(Done.Value);
    });

    private Task<Decision<Done>> Join(DemoPerson person, DateTime at) => ledger.Run<Done>(clock.ActAt(at), entry =>
    {
        JoinPerson.Enter(entry, new PersonRow
        {
            Id = person.Id,
            Name = person.Name,
            LatinName = person.LatinName,
            Email = person.Email,
            TeamId = person.Team is null ? null : DemoOrganisation.IdOf(person.Team),
            Profile = person.Sells ? "sdr" : null,
            HiredOn = clock.DayOf(at),
            Language = person.Language,
            ContentLanguage = person.Language,
            Zone = person.Zone,
        }, person.Roles);
        foreach (var (kind, value) in person.Tags)
            entry.Db.Add(new PersonTagRow { PersonId = person.Id, Kind = kind, Value = value });
        if (person.Tags.Any())
            entry.Record(new TagsChanged(person.Id, [.. person.Tags.Select(tag => new HeldTag(tag.Kind, tag.Value))]));
        return Task.FromResult<Decision<Done>>(Done.Value);
    });

    private Task<Decision<Done>> Lead(DateTime at) => ledger.Run<Done>(clock.ActAt(at), entry =>
    {
        foreach (var team in DemoOrganisation.Teams)
        {
            var (teamId, manager) = (DemoOrganisation.IdOf(team.Key), DemoOrganisation.IdOf(team.Manager));
            entry.Db.Add(new TeamManagerRow { TeamId = teamId, PersonId = manager });
            entry.Record(new ManagementChanged(manager, teamId, Manages: true));
        }

        return Task.FromResult<Decision<Done>>(Done.Value);
    });
}
