using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.People;

/// <summary>One person: who they are, where they belong, by what they are measured.</summary>
[Route("people/{id:guid}"), Allow(Role.Hr | Role.Admin)]
internal sealed class PersonController(PersonDesk desk, IRoleProfiles profiles) : PersonChange(desk)
{
    /// <summary>Kind of the notice to somebody who was put into a team.</summary>
    public const string TeamJoined = "team-joined";

    [HttpGet]
    public async Task<IActionResult> Show(Guid id) =>
        await Page(id) is { } page ? View("Person", page) : NotFound();

    [HttpPost]
    public Task<IActionResult> Correct(Guid id, DetailsForm form) => Change(id, "saved", (entry, person) => Correct(entry, person, form), form);

    private async Task<Decision<Done>> Correct(Entry entry, PersonRow person, DetailsForm form)
    {
        if (PersonName.Decide(form.Name) is not Accepted<string> { Value: var name })
            return new Refusal("name-invalid", PersonName.Longest);
        if (PersonName.DecideLatin(form.LatinName) is not Accepted<string?> { Value: var latinName })
            return new Refusal("latin-name-invalid", PersonName.Longest);
        var profile = string.IsNullOrEmpty(form.Profile) ? null : form.Profile;
        var place = await Placing.Decide(entry.Db, profiles, form.TeamId == person.TeamId ? null : form.TeamId, profile == person.Profile ? null : profile);
        if (place is Refused<Done>)
            return place;
        if ((name, latinName, form.HiredOn) != (person.Name, person.LatinName, person.HiredOn))
            entry.Record(new PersonChanged(person.Id));
        if (form.TeamId != person.TeamId)
            await Move(entry, person, form.TeamId);
        if (profile != person.Profile)
            entry.Record(new ProfileChanged(person.Id, profile));
        (person.Name, person.LatinName, person.HiredOn, person.Profile) = (name, latinName, form.HiredOn!.Value, profile);
        return Done.Value;
    }

    private static async Task Move(Entry entry, PersonRow person, Guid? to)
    {
        person.TeamId = to;
        entry.Record(new TeamChanged(person.Id, to));
        if (to is not null && await entry.Db.FindAsync<TeamRow>(to) is { } team)
            await entry.Notify(person.Id, TeamJoined, "/", InBothLanguages.Of(team.Name, team.ChineseName));
    }
}
