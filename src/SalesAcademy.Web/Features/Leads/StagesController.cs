using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Conversion from stage to stage of the leads that sellers took in the last days.</summary>
/// <param name="Stages">The stages of the playbook with their figures.</param>
/// <param name="Taken">How many leads were taken.</param>
/// <param name="From">The first day counted.</param>
/// <param name="Today">The last.</param>
internal sealed record StagesPage(IReadOnlyList<(PlaybookStage Stage, StageConversion Figures)> Stages, int Taken, DateOnly From, DateOnly Today)
{
    private const int Days = 90;

    public static async Task<StagesPage> Read(AcademyDb db, Playbook playbook, Clock clock, CurrentPerson viewer, CancellationToken cancellation)
    {
        var since = clock.Now.AddDays(-Days);
        var sellers = Staff.VisibleTo(db, viewer).Select(p => p.Id);
        var taken = await db.Set<OwnershipRow>().Where(o => o.At > since && sellers.Contains(o.Person)).Select(o => new { o.Lead, o.Person, o.At, o.End }).ToListAsync(cancellation);
        var steps = (await db.Set<LeadStageRow>().Where(s => s.At > since && sellers.Contains(s.Person)).Select(s => new { s.Lead, s.Person, s.To, s.At }).ToListAsync(cancellation))
            .ToLookup(s => (s.Lead, s.Person));
        // Of somebody who had a lead twice, each step belongs to the time it was taken in.
        var next = taken.GroupBy(o => (o.Lead, o.Person)).SelectMany(again => again.OrderBy(o => o.At).Zip(again.OrderBy(o => o.At).Skip(1).Select(o => o.At).Append(DateTime.MaxValue)));
        var reached = next.Select(pair => new StageReached(
            steps[(pair.First.Lead, pair.First.Person)].Where(s => s.At >= pair.First.At && s.At < pair.Second).Select(s => playbook.PlaceOf(s.To)).Append(0).Max(),
            pair.First.End == OwnershipEnd.Won, pair.First.End is null));
        return new([.. playbook.Stages.Zip(StageFunnel.Of(playbook.Stages.Count, reached))], taken.Count, clock.Today.AddDays(-Days), clock.Today);
    }
}

/// <summary>How sales go from stage to stage, for those who answer for sellers.</summary>
[Route(Address), Allow(Role.Manager | Role.SalesOps)]
internal sealed class StagesController(AcademyDb db, Library library, Clock clock) : AcademyController
{
    public const string Address = "/leads/stages";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Stages", await StagesPage.Read(db, library.Now.Playbook, clock, Person, cancellation));
}
