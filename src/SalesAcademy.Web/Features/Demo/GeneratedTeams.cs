using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>A team of a generated organisation with the manager who answers for it.</summary>
internal sealed record GeneratedTeam(Guid Id, Guid Manager, GeneratedPlace Place);

/// <summary>The teams of a generated organisation, a dozen sellers each, in every region; their managers are the first to join.</summary>
internal sealed class GeneratedTeams(Clock clock)
{
    public const int Size = 12;

    /// <summary>Enough teams for so many sellers; at least two in each region, so that everybody is seen by two managers.</summary>
    public async Task<IReadOnlyList<GeneratedTeam>> Write(Backfill past, Backfill waysIn, GeneratedWaysIn ways, long seed, int sellers)
    {
        var act = clock.ActAt(clock.Ago(GeneratedSellers.LongestTenure + 1, 9));
        var teams = new List<GeneratedTeam>();
        for (var number = 0; number < Math.Max(2 * GeneratedPlaces.All.Count, sellers / Size); number++)
        {
            var (dice, place) = (new Dice(seed, -1 - number), GeneratedPlaces.All[number % GeneratedPlaces.All.Count]);
            var team = new GeneratedTeam(dice.Id(act.At), dice.Id(act.At), place);
            teams.Add(team);
            await past.Add(new TeamRow { Id = team.Id, Name = $"{place.Name} {number + 1}", ChineseName = $"{place.ChineseName} {number + 1} 队" });
            await past.Record(new TeamFormed(team.Id), act);
            var manager = new PersonRow
            {
                Id = team.Manager,
                Name = GeneratedPlaces.Person(dice, place),
                Email = GeneratedWaysIn.Manager(number),
                HiredOn = act.Today,
                Language = place.Reads,
                ContentLanguage = place.Reads,
                Zone = place.Zone,
            };
            await past.Add(manager);
            await past.Add(new RoleRow { PersonId = team.Manager, Role = Role.Manager, GrantedAt = act.At });
            await past.Add(new TeamManagerRow { TeamId = team.Id, PersonId = team.Manager });
            await past.Record(new PersonJoined(team.Manager, null, null, act.Today, place.Zone), act);
            await past.Record(new ManagementChanged(team.Manager, team.Id, Manages: true), act);
            await waysIn.Add(ways.Of(manager, dice));
        }

        return teams;
    }
}

/// <summary>The ways in of a generated organisation: one password for everybody, hashed once, since a hash takes a tenth of a second.</summary>
internal sealed class GeneratedWaysIn(string passwordHash)
{
    public static string Seller(int number) => $"seller-{number:D6}@{DemoOrganisation.Domain}";

    public static string Manager(int number) => $"manager-{number:D5}@{DemoOrganisation.Domain}";

    public Credential Of(PersonRow person, Dice dice) => new()
    {
        Id = person.Id,
        UserName = person.Email,
        NormalizedUserName = person.Email.ToUpperInvariant(),
        Email = person.Email,
        NormalizedEmail = person.Email.ToUpperInvariant(),
        EmailConfirmed = true,
        PasswordHash = passwordHash,
        SecurityStamp = dice.Id(DateTime.UnixEpoch).ToString("N"),
        ConcurrencyStamp = dice.Id(DateTime.UnixEpoch).ToString(),
        LockoutEnabled = true,
    };
}
