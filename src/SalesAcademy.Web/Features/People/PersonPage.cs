using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People.Erasure;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.People;

/// <summary>What HR may correct about a person.</summary>
internal sealed record DetailsForm
{
    [Required(ErrorMessage = "name-needed"), StringLength(200, ErrorMessage = "name-needed")]
    public string? Name { get; init; }

    [StringLength(PersonName.Longest)]
    public string? LatinName { get; init; }

    public Guid? TeamId { get; init; }

    [StringLength(64)]
    public string? Profile { get; init; }

    [Required(ErrorMessage = "day-needed"), Range(typeof(DateOnly), "1970-01-01", "2099-12-31", ParseLimitsInInvariantCulture = true, ErrorMessage = "day-needed")]
    public DateOnly? HiredOn { get; init; }
}

/// <summary>A suspension as it stands: since when, and why in the words given.</summary>
internal sealed record Suspension(DateTime At, string? Reason);

/// <summary>An erasure that can still be called off: its day, and why in the words given.</summary>
internal sealed record ErasureWaiting(DateOnly DueOn, string Reason);

/// <summary>One person with everything that may be changed about them.</summary>
internal sealed record PersonPage
{
    public required PersonRow Person { get; init; }

    public required DetailsForm Details { get; init; }

    public required Role Roles { get; init; }

    public required bool IsOneself { get; init; }

    public required bool ByAdministrator { get; init; }

    public required bool ByHr { get; init; }

    public required IReadOnlyList<TeamName> Teams { get; init; }

    public required IReadOnlyList<Guid> Manages { get; init; }

    public required IReadOnlyList<ProfileName> Profiles { get; init; }

    public required IReadOnlyList<PersonTagRow> Tags { get; init; }

    /// <summary>Leaves that have not ended, by their first day.</summary>
    public required IReadOnlyList<LeaveRow> Leaves { get; init; }

    public Suspension? Suspension { get; init; }

    /// <summary>The erasure that waits for its day.</summary>
    public ErasureWaiting? Erasure { get; init; }

    /// <summary>Days from asking for an erasure to its day.</summary>
    public int ErasureDays { get; init; }

    /// <summary>Whether erasures are listed outside the data folder, so that a restored backup does not bring anybody back.</summary>
    public bool ErasuresAreListed { get; init; }

    public bool Holds(Role role) => Roles.HasFlag(role);

    public static async Task<PersonPage?> Read(AcademyDb db, CurrentPerson viewer, IRoleProfiles profiles, Guid id, DateOnly today, CancellationToken cancellation)
    {
        if (await Staff.VisibleTo(db, viewer).SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
            return null;
        return new PersonPage
        {
            Person = person,
            Details = new DetailsForm { Name = person.Name, LatinName = person.LatinName, TeamId = person.TeamId, Profile = person.Profile, HiredOn = person.HiredOn },
            Roles = await Staff.RolesOf(db, id),
            IsOneself = viewer.Id == id,
            ByAdministrator = viewer.Is(Role.Admin),
            ByHr = viewer.Is(Role.Hr),
            Teams = await PeoplePage.TeamsOf(db, cancellation),
            Manages = await db.Set<TeamManagerRow>().Where(m => m.PersonId == id).Select(m => m.TeamId).ToListAsync(cancellation),
            Profiles = profiles.All,
            Tags = await db.Set<PersonTagRow>().Where(t => t.PersonId == id).OrderBy(t => t.Kind).ThenBy(t => t.Value).ToListAsync(cancellation),
            Leaves = await db.Set<LeaveRow>().Where(l => l.PersonId == id && l.Until >= today).OrderBy(l => l.From).ToListAsync(cancellation),
            Suspension = person.SuspendedAt is { } at
                ? new Suspension(at, await db.Set<SpokenRow>().Where(s => s.About == id && s.At == at).Select(s => s.Words).FirstOrDefaultAsync(cancellation))
                : null,
            Erasure = await (
                from e in db.Set<ErasureRow>()
                join s in db.Set<SpokenRow>() on e.Reason equals s.Id
                where e.Person == id && e.CalledOffAt == null && e.DoneAt == null
                select new ErasureWaiting(e.DueOn, s.Words)).SingleOrDefaultAsync(cancellation),
        };
    }
}
