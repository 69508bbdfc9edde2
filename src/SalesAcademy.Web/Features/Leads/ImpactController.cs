using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A group with how it fares in both respects.</summary>
internal sealed record ImpactLine(GroupImpact MayBeGiven, GroupImpact WasGiven);

/// <summary>Whether groups of sellers are given leads alike.</summary>
/// <param name="Kinds">language, team (the site), cohort, each with its groups.</param>
/// <param name="From">The first day that is counted.</param>
/// <param name="Today">The last.</param>
internal sealed record ImpactPage(IReadOnlyList<(string Kind, IReadOnlyList<ImpactLine> Lines)> Kinds, DateOnly From, DateOnly Today)
{
    private const int Days = 28;

    public bool IsFlagged => Kinds.SelectMany(kind => kind.Lines).Any(line => line.MayBeGiven.IsFlagged || line.WasGiven.IsFlagged);

    public static async Task<ImpactPage> Read(AcademyDb db, ReadinessBook book, Clock clock, CancellationToken cancellation)
    {
        var (today, since) = (clock.Today, clock.Now.AddDays(-Days));
        var mayBeGiven = (await book.All(db, today)).Where(seller => seller.Tier > Tier.Shadow && seller.GatesHold).Select(seller => seller.Person).ToHashSet();
        var wasGiven = (await db.Set<OwnershipRow>().Where(o => o.At > since && o.How == Taking.Assigned).Select(o => o.Person).Distinct().ToListAsync(cancellation)).ToHashSet();
        var chinese = ReaderLanguage.Current == ReaderLanguage.Chinese;
        var sellers = await (
            from person in db.Set<PersonRow>()
            where person.Profile != null && person.SuspendedAt == null
            from team in db.Set<TeamRow>().Where(t => t.Id == person.TeamId).DefaultIfEmpty()
            select new { person.Id, person.Language, person.HiredOn, Team = team == null ? "" : chinese ? team.ChineseName : team.Name }).ToListAsync(cancellation);
        return new(
        [
            ("language", Lines(sellers.GroupBy(seller => seller.Language, seller => seller.Id))),
            ("team", Lines(sellers.GroupBy(seller => seller.Team, seller => seller.Id))),
            ("cohort", Lines(sellers.GroupBy(seller => $"{seller.HiredOn.Year}-{(seller.HiredOn.Month + 2) / 3}", seller => seller.Id))),
        ], today.AddDays(-Days), today);

        IReadOnlyList<ImpactLine> Lines(IEnumerable<IGrouping<string, Guid>> groups)
        {
            var all = groups.ToArray();
            return [.. Of(all, mayBeGiven).Zip(Of(all, wasGiven), (may, was) => new ImpactLine(may, was))];
        }
    }

    private static IReadOnlyList<GroupImpact> Of(IEnumerable<IGrouping<string, Guid>> groups, HashSet<Guid> selected) =>
        ImpactRatio.Of(groups.Select(group => (group.Key, group.Count(selected.Contains), group.Count())));
}

/// <summary>Whether groups of sellers are given leads alike, for those who answer for the policy and for the people.</summary>
[Route(Address), Allow(Role.SalesOps | Role.Hr)]
internal sealed class ImpactController(AcademyDb db, ReadinessBook book, Clock clock) : AcademyController
{
    public const string Address = "/leads/impact";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Impact", await ImpactPage.Read(db, book, clock, cancellation));
}
