using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.People;

/// <summary>What the list of people is narrowed to.</summary>
internal sealed record PeopleFilter
{
    /// <summary>Part of a name or an e-mail.</summary>
    public string? Q { get; init; }

    public Guid? Team { get; init; }

    public Role? Role { get; init; }

    /// <summary>here (the default), suspended, or unplaced: sellers whom nobody looks after.</summary>
    public string? State { get; init; }

    /// <summary>E-mail of the last person of the page before.</summary>
    public string? After { get; init; }

    public bool IsNarrowed => Q is not null || Team is not null || Role is not null || State is not null;

    /// <summary>The address of the first page.</summary>
    public string First => Page(null);

    /// <summary>The address of the page that follows a person.</summary>
    public string Next(string after) => Page(after);

    private string Page(string? after) => "/people" + QueryString.Create(
        new Dictionary<string, string?> { ["q"] = Q, ["team"] = Team?.ToString(), ["role"] = Role?.ToString(), ["state"] = State, ["after"] = after }.Where(field => field.Value is not null));
}

/// <summary>A person in the list.</summary>
internal sealed record PersonLine(Guid Id, string Name, string? LatinName, string Email, Guid? Team, string? Profile, DateOnly HiredOn, bool IsSuspended)
{
    public IReadOnlyList<Role> Roles { get; init; } = [];
}

/// <summary>A team by the name the reader knows it under.</summary>
internal sealed record TeamName(Guid Id, string Name);

/// <summary>One page of the people, ordered by e-mail: unique, indexed, and the same order for names of every script.</summary>
internal sealed record PeoplePage(PeopleFilter Filter, IReadOnlyList<PersonLine> Lines, bool HasMore, IReadOnlyList<TeamName> Teams)
{
    public const int Size = 50;

    public string? TeamOf(PersonLine line) => Teams.FirstOrDefault(team => team.Id == line.Team)?.Name;

    public static async Task<PeoplePage> Read(AcademyDb db, CurrentPerson viewer, PeopleFilter filter, CancellationToken cancellation)
    {
        var lines = await Narrowed(db, viewer, filter).OrderBy(p => p.Email).Take(Size + 1)
            .Select(p => new PersonLine(p.Id, p.Name, p.LatinName, p.Email, p.TeamId, p.Profile, p.HiredOn, p.SuspendedAt != null)).ToListAsync(cancellation);
        var shown = lines.Take(Size).ToList();
        var ids = shown.ConvertAll(line => line.Id);
        var roles = (await db.Set<RoleRow>().Where(r => ids.Contains(r.PersonId)).ToListAsync(cancellation)).ToLookup(r => r.PersonId, r => r.Role);
        return new PeoplePage(filter, shown.ConvertAll(line => line with { Roles = [.. roles[line.Id].Order()] }), lines.Count > Size, await TeamsOf(db, cancellation));
    }

    public static async Task<IReadOnlyList<TeamName>> TeamsOf(AcademyDb db, CancellationToken cancellation)
    {
        var chinese = ReaderLanguage.Current == ReaderLanguage.Chinese;
        var teams = await db.Set<TeamRow>().Select(t => new TeamName(t.Id, chinese ? t.ChineseName : t.Name)).ToListAsync(cancellation);
        return [.. teams.OrderBy(team => team.Name, StringComparer.CurrentCulture)];
    }

    private static IQueryable<PersonRow> Narrowed(AcademyDb db, CurrentPerson viewer, PeopleFilter filter)
    {
        var people = Staff.VisibleTo(db, viewer);
        people = filter.State switch
        {
            "suspended" => people.Where(p => p.SuspendedAt != null),
            "unplaced" => Unplaced(db, people),
            _ => people.Where(p => p.SuspendedAt == null),
        };
        if (filter.Q?.Trim() is { Length: > 0 } part)
            people = people.Called(part);
        if (filter.Team is { } team)
            people = people.Where(p => p.TeamId == team);
        if (filter.Role is { } role)
            people = people.Where(p => db.Set<RoleRow>().Any(r => r.PersonId == p.Id && r.Role == role));
        return filter.After is { } after ? people.Where(p => SqlText.IsAfter(p.Email, after)) : people;
    }

    /// <summary>Sellers at work whom nobody looks after: without a team, or in one without a manager at work.</summary>
    public static IQueryable<PersonRow> Unplaced(AcademyDb db, IQueryable<PersonRow> people) =>
        from p in people
        where p.SuspendedAt == null && db.Set<RoleRow>().Any(r => r.PersonId == p.Id && r.Role == Role.Rep)
            && !(from m in db.Set<TeamManagerRow>()
                 join manager in db.Set<PersonRow>() on m.PersonId equals manager.Id
                 where m.TeamId == p.TeamId && manager.SuspendedAt == null && manager.Id != p.Id
                 select m).Any()
        select p;
}
