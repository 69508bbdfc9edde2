using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.People;

/// <summary>The commands about teams. Answering for a team opens its people's records, so it follows the rules of roles: not for oneself, and only for managers.</summary>
internal static class Teams
{
    public static async Task<Decision<Done>> Form(Entry entry, string name, string chineseName)
    {
        var team = new TeamRow { Id = entry.NewId(), Name = name, ChineseName = chineseName };
        if (await NameTaken(entry, team))
            return new Refusal("team-name-taken");
        entry.Db.Add(team);
        entry.Record(new TeamFormed(team.Id));
        return Done.Value;
    }

    public static async Task<Decision<Done>> Rename(Entry entry, Guid id, string name, string chineseName)
    {
        if (await entry.Db.FindAsync<TeamRow>(id) is not { } team)
            return Refusal.NotFound;
        (team.Name, team.ChineseName) = (name, chineseName);
        if (await NameTaken(entry, team))
            return new Refusal("team-name-taken");
        entry.Record(new TeamRenamed(id));
        return Done.Value;
    }

    public static async Task<Decision<Done>> AddManager(Entry entry, Guid team, Guid person)
    {
        if (await entry.Db.FindAsync<TeamRow>(team) is null || await entry.Db.FindAsync<PersonRow>(person) is not { } manager)
            return Refusal.NotFound;
        if (entry.Act.Actor == person)
            return new Refusal("roles-for-oneself");
        if (manager.SuspendedAt is not null || !(await Staff.RolesOf(entry.Db, person)).HasFlag(Role.Manager))
            return new Refusal("manager-role-needed");
        if (await entry.Db.FindAsync<TeamManagerRow>(team, person) is not null)
            return Done.Value;
        entry.Db.Add(new TeamManagerRow { TeamId = team, PersonId = person });
        entry.Record(new ManagementChanged(person, team, Manages: true));
        return Done.Value;
    }

    public static async Task<Decision<Done>> RemoveManager(Entry entry, Guid team, Guid person)
    {
        if (await entry.Db.FindAsync<TeamManagerRow>(team, person) is not { } row)
            return Refusal.NotFound;
        GiveUp(entry, row);
        return Done.Value;
    }

    /// <summary>Whoever is no manager any more answers for no team.</summary>
    public static async Task GiveUpAll(Entry entry, Guid person)
    {
        foreach (var row in await entry.Db.Set<TeamManagerRow>().Where(m => m.PersonId == person).ToListAsync())
            GiveUp(entry, row);
    }

    private static void GiveUp(Entry entry, TeamManagerRow row)
    {
        entry.Db.Remove(row);
        entry.Record(new ManagementChanged(row.PersonId, row.TeamId, Manages: false));
    }

    private static async Task<bool> NameTaken(Entry entry, TeamRow team)
    {
        await entry.Hold("team-names");
        return await entry.Db.Set<TeamRow>().AnyAsync(t => t.Id != team.Id && (t.Name == team.Name || t.ChineseName == team.ChineseName));
    }
}
