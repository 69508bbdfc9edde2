using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.People;

/// <summary>The front door of People: who somebody is now, and whom somebody may see.</summary>
public sealed class Staff(IDbContextFactory<AcademyDb> contexts, Clock clock, AcademyOptions options) : IPersonSource
{
    // With one node every change passes by here and forgets the person; with several, another node's change shows within this time.
    private static readonly TimeSpan OtherNodesMayLag = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, (CurrentPerson? Person, DateTime Until)> known = [];
    private long changes;

    public async ValueTask<CurrentPerson?> Find(Guid id, CancellationToken cancellation = default)
    {
        if (known.TryGetValue(id, out var kept) && kept.Until > clock.Now)
            return kept.Person;
        // A change committed while this reads would otherwise be hidden by what was read before it.
        var asOf = Interlocked.Read(ref changes);
        var person = await Read(id, cancellation);
        if (asOf == Interlocked.Read(ref changes))
            known[id] = (person, options.Database is null ? DateTime.MaxValue : clock.Now + OtherNodesMayLag);
        return person;
    }

    /// <summary>The people this person may look after: a manager's teams; for HR, sales operations and administrators everybody. Nobody else sees anybody.</summary>
    public static IQueryable<PersonRow> VisibleTo(AcademyDb db, CurrentPerson viewer)
    {
        var people = db.Set<PersonRow>();
        if (viewer.Is(Role.Hr | Role.SalesOps | Role.Admin))
            return people;
        var teams = viewer.ManagedTeams;
        return people.Where(p => p.TeamId != null && teams.Contains(p.TeamId.Value) && p.Id != viewer.Id);
    }

    /// <summary>The people of the teams this person manages, and nobody else, whatever other roles they hold.</summary>
    public static IQueryable<PersonRow> TeamOf(AcademyDb db, CurrentPerson manager)
    {
        var teams = manager.ManagedTeams;
        return db.Set<PersonRow>().Where(p => p.TeamId != null && teams.Contains(p.TeamId.Value) && p.Id != manager.Id);
    }

    /// <summary>Those who hold one of these roles and are here, each once, in the order of their ids.</summary>
    public static Task<List<Guid>> Holding(AcademyDb db, params Role[] roles) => db.Set<RoleRow>().Where(r => roles.Contains(r.Role))
        .Join(db.Set<PersonRow>().Where(p => p.SuspendedAt == null), r => r.PersonId, p => p.Id, (r, p) => p.Id).Distinct().OrderBy(id => id).ToListAsync();

    /// <summary>The managers of a person's team.</summary>
    public static IQueryable<Guid> ManagersOf(AcademyDb db, Guid person) =>
        from p in db.Set<PersonRow>()
        join m in db.Set<TeamManagerRow>() on p.TeamId equals m.TeamId
        where p.Id == person && m.PersonId != person
        select m.PersonId;

    /// <summary>All roles a person holds in the database, as of the transaction or context given.</summary>
    internal static async Task<Role> RolesOf(AcademyDb db, Guid person) =>
        (await db.Set<RoleRow>().Where(r => r.PersonId == person).Select(r => r.Role).ToListAsync()).Aggregate(Role.None, (all, role) => all | role);

    internal void Forget(Guid person)
    {
        Interlocked.Increment(ref changes);
        known.TryRemove(person, out _);
    }

    private async Task<CurrentPerson?> Read(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var row = await db.Set<PersonRow>().SingleOrDefaultAsync(p => p.Id == id && p.SuspendedAt == null, cancellation);
        if (row is null)
            return null;
        var teams = await db.Set<TeamManagerRow>().Where(t => t.PersonId == id).Select(t => t.TeamId).ToListAsync(cancellation);
        return new CurrentPerson
        {
            Id = id,
            Name = row.Name,
            Roles = await RolesOf(db, id),
            Team = row.TeamId,
            ManagedTeams = teams,
            Profile = row.Profile,
            HiredOn = row.HiredOn,
            Language = row.Language,
            ContentLanguage = row.ContentLanguage,
            Zone = TimeZoneInfo.TryFindSystemTimeZoneById(row.Zone, out var zone) ? zone : clock.Zone,
        };
    }
}
