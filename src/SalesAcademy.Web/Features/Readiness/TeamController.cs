using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Where a manager's team stands, at a glance.</summary>
[Route("readiness/team"), Allow(Role.Manager)]
internal sealed class TeamController(AcademyDb db, ReadinessBook book, Library library, Clock clock) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Index(TeamSort sort)
    {
        var people = await Staff.TeamOf(db, Person).Where(p => p.Profile != null && p.SuspendedAt == null).Select(p => new { p.Id, p.Name, p.Profile }).ToDictionaryAsync(p => p.Id);
        var standings = await book.Of(db, Staff.TeamOf(db, Person).Where(p => p.SuspendedAt == null), clock.Today);
        var members = standings.Select(s => new TeamMember(people[s.Person].Name, s, library.Now.Readiness.Roles[people[s.Person].Profile!])); // who stands has a role
        return View("Team", new TeamPage([.. sort switch
        {
            TeamSort.Name => members.OrderBy(m => m.Name, StringComparer.CurrentCulture),
            TeamSort.Tier => members.OrderByDescending(m => m.Standing.Tier).ThenByDescending(m => m.Standing.Score),
            TeamSort.Next => members.OrderBy(m => m.ToGo ?? double.MaxValue),
            _ => members.OrderByDescending(m => m.Standing.Score),
        }], sort, library.Now.Readiness.Version, clock.Now));
    }
}

/// <summary>What the team is ordered by.</summary>
internal enum TeamSort
{
    Score,
    Name,
    Tier,
    Next,
}

/// <summary>The team, in the order asked for.</summary>
internal sealed record TeamPage(IReadOnlyList<TeamMember> Members, TeamSort Sort, int Policy, DateTime ComputedAt);

/// <summary>One seller of a team.</summary>
internal sealed record TeamMember(string Name, SellerStanding Standing, RoleProfile Role)
{
    /// <summary>How far the low end of the interval lies below the next tier; null at the top.</summary>
    public double? ToGo => Standing.Tier == Tier.Enterprise ? null : Math.Max(0, Role.Thresholds[(int)Standing.Tier + 1] - Standing.Low);
}
