using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.People.Import;

/// <summary>Everybody as they are now, on four queries however many they are.</summary>
internal sealed record StaffNow
{
    public required IReadOnlyDictionary<string, PersonRow> People { get; init; }

    public required IReadOnlyDictionary<Guid, Role> Roles { get; init; }

    public required IReadOnlyList<TeamRow> Teams { get; init; }

    /// <summary>The teams each person answers for.</summary>
    public required ILookup<Guid, Guid> Managed { get; init; }

    private Dictionary<string, Guid>? teamNames;

    public static async Task<StaffNow> Read(AcademyDb db, CancellationToken cancellation = default) => new()
    {
        People = await db.Set<PersonRow>().AsNoTracking().ToDictionaryAsync(p => p.Email, StringComparer.Ordinal, cancellation),
        Roles = (await db.Set<RoleRow>().AsNoTracking().Select(r => new { r.PersonId, r.Role }).ToListAsync(cancellation)).GroupBy(r => r.PersonId).ToDictionary(person => person.Key, person => person.Aggregate(Role.None, (all, row) => all | row.Role)),
        Teams = await db.Set<TeamRow>().AsNoTracking().ToListAsync(cancellation),
        Managed = (await db.Set<TeamManagerRow>().AsNoTracking().ToListAsync(cancellation)).ToLookup(m => m.PersonId, m => m.TeamId),
    };

    public Role RolesOf(Guid person) => Roles.GetValueOrDefault(person);

    /// <summary>The team by its name in either language.</summary>
    public Guid? TeamNamed(string name)
    {
        teamNames ??= Teams.SelectMany(team => new[] { team.Name, team.ChineseName }.Select(known => (Name: SheetNames.Normal(known), team.Id))).DistinctBy(team => team.Name).ToDictionary(team => team.Name, team => team.Id, StringComparer.Ordinal);
        return teamNames.TryGetValue(SheetNames.Normal(name), out var id) ? id : null;
    }
}
