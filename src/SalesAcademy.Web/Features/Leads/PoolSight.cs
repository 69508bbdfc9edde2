using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// Whose pools somebody sees. A pool that is not open is there for its members, for managers one of whose people is a member, and for sales
/// operations; to anybody else its leads do not exist until somebody owns them.
/// </summary>
internal static class PoolSight
{
    /// <summary>The pools a reader does not see.</summary>
    public static async Task<IReadOnlyList<PoolRule>> Hidden(AcademyDb db, LeadPolicy policy, CurrentPerson reader, CancellationToken cancellation)
    {
        PoolRule[] closed = [.. policy.Pools.Where(pool => !pool.IsOpen)];
        if (closed.Length == 0 || reader.Is(Role.SalesOps))
            return [];
        var (me, team) = (reader.Id, Staff.TeamOf(db, reader));
        var own = await db.Set<PersonRow>().Where(p => p.Profile != null && (p.Id == me || team.Any(t => t.Id == p.Id)))
            .Select(p => new { p.Id, Profile = p.Profile!, Team = db.Set<TeamRow>().Where(t => t.Id == p.TeamId).Select(t => t.Name).FirstOrDefault() }).ToListAsync(cancellation);
        var tags = (await db.Set<PersonTagRow>().Where(t => t.PersonId == me || team.Any(p => p.Id == t.PersonId)).ToListAsync(cancellation)).ToLookup(t => t.PersonId, t => new Tag(t.Kind, t.Value));
        return [.. closed.Where(pool => !own.Any(person => pool.Members.Fit(person.Profile, person.Team, [.. tags[person.Id]])))];
    }

    /// <summary>Whether a lead that nobody owns is there for a reader.</summary>
    public static async Task<bool> Sees(AcademyDb db, CurrentPerson reader, LeadFile file, CancellationToken cancellation) =>
        (await Hidden(db, file.Policy, reader, cancellation)).All(pool => pool.Id != file.Now.Cell);

    /// <summary>The leads that fall into a pool.</summary>
    public static IQueryable<LeadRow> In(AcademyDb db, LeadPolicy policy, PoolRule pool)
    {
        var leads = Fitting(db, pool.Takes);
        foreach (var earlier in policy.Pools.TakeWhile(other => other != pool))
        {
            var taken = Fitting(db, earlier.Takes);
            leads = leads.Where(l => !taken.Any(t => t.Id == l.Id));
        }

        return leads;
    }

    /// <summary>These leads without those of pools that are hidden.</summary>
    public static IQueryable<LeadRow> Outside(this IQueryable<LeadRow> leads, AcademyDb db, LeadPolicy policy, IReadOnlyList<PoolRule> hidden)
    {
        foreach (var pool in hidden)
        {
            var inside = In(db, policy, pool);
            leads = leads.Where(l => !inside.Any(i => i.Id == l.Id));
        }

        return leads;
    }

    /// <summary>These leads, of one pool where one is named.</summary>
    public static IQueryable<LeadRow> Within(this IQueryable<LeadRow> leads, AcademyDb db, LeadPolicy policy, PoolRule? pool)
    {
        if (pool is null)
            return leads;
        var inside = In(db, policy, pool);
        return leads.Where(l => inside.Any(i => i.Id == l.Id));
    }

    private static IQueryable<LeadRow> Fitting(AcademyDb db, PoolIntake takes)
    {
        var leads = db.Set<LeadRow>().AsQueryable();
        if (takes.Tiers.Count > 0)
            leads = leads.Where(l => takes.Tiers.Contains(l.Tier));
        if (takes.Sources.Count > 0)
            leads = leads.Where(l => takes.Sources.Contains(l.Source));
        foreach (var (kind, values) in takes.Tags)
            leads = leads.Where(l => db.Set<LeadTagRow>().Any(t => t.Lead == l.Id && t.Kind == kind && values.Contains(t.Value)));
        return leads;
    }
}
