using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Which figure somebody wants to see behind.</summary>
internal sealed record StageQuery
{
    /// <summary>The id of a stage; nothing is asked without one.</summary>
    public string? Stage { get; init; }

    /// <summary>Came, went-on or open.</summary>
    public string? Of { get; init; }
}

/// <summary>Conversion from stage to stage of the leads that sellers took in the last days.</summary>
/// <param name="Stages">The stages of the playbook with their figures.</param>
/// <param name="Taken">How many leads were taken.</param>
/// <param name="From">The first day counted.</param>
/// <param name="Today">The last.</param>
internal sealed record StagesPage(IReadOnlyList<(PlaybookStage Stage, StageConversion Figures)> Stages, int Taken, DateOnly From, DateOnly Today)
{
    private const int Days = 90;

    /// <summary>The leads of one figure; null where none is asked for.</summary>
    public BehindFigure? Behind { get; private init; }

    /// <summary>Filters that are not known here.</summary>
    public IReadOnlyList<string> LeftOut { get; private init; } = [];

    public static string AddressOf(PlaybookStage stage, StageFigure figure) => $"{StagesController.Address}?stage={Uri.EscapeDataString(stage.Id)}&of={figure}#behind";

    public static async Task<StagesPage> Read(AcademyDb db, Playbook playbook, Clock clock, CurrentPerson viewer, StageQuery query, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        var reached = await Reached(db, playbook, clock, viewer, cancellation);
        var page = new StagesPage([.. playbook.Stages.Zip(StageFunnel.Of(playbook.Stages.Count, reached.Select(one => one.Reached)))], reached.Count, clock.Today.AddDays(-Days), clock.Today);
        var filters = new KnownFilters();
        var stage = filters.Among(query.Stage, playbook.Stages, one => one.Id);
        var figure = filters.Choice<StageFigure>(query.Of) ?? StageFigure.Came;
        if (stage is null)
            return page with { LeftOut = filters.LeftOut };
        var behind = reached.Where(one => StageFunnel.IsIn(figure, playbook.PlaceOf(stage.Id), playbook.Stages.Count, one.Reached)).Select(one => one.Lead).ToList();
        return page with { LeftOut = filters.LeftOut, Behind = await BehindFigure.OfLeads(db, viewer, words[$"stages.behind.{figure}", stage.Name.In(ReaderLanguage.Current).Value], behind, cancellation) };
    }

    private static async Task<IReadOnlyList<(CountedLead Lead, StageReached Reached)>> Reached(AcademyDb db, Playbook playbook, Clock clock, CurrentPerson viewer, CancellationToken cancellation)
    {
        var since = clock.Now.AddDays(-Days);
        var sellers = Staff.VisibleTo(db, viewer).Select(p => p.Id);
        var taken = await db.Set<OwnershipRow>().Where(o => o.At > since && sellers.Contains(o.Person)).Select(o => new { o.Lead, o.Person, o.At, o.End }).ToListAsync(cancellation);
        var steps = (await db.Set<LeadStageRow>().Where(s => s.At > since && sellers.Contains(s.Person)).Select(s => new { s.Lead, s.Person, s.To, s.At }).ToListAsync(cancellation))
            .ToLookup(s => (s.Lead, s.Person));
        // Of somebody who had a lead twice, each step belongs to the time it was taken in.
        var next = taken.GroupBy(o => (o.Lead, o.Person)).SelectMany(again => again.OrderBy(o => o.At).Zip(again.OrderBy(o => o.At).Skip(1).Select(o => o.At).Append(DateTime.MaxValue)));
        return [.. next.Select(pair => (new CountedLead(pair.First.Lead, pair.First.Person, pair.First.At), new StageReached(
            steps[(pair.First.Lead, pair.First.Person)].Where(s => s.At >= pair.First.At && s.At < pair.Second).Select(s => playbook.PlaceOf(s.To)).Append(0).Max(),
            pair.First.End == OwnershipEnd.Won, pair.First.End is null)))];
    }
}

/// <summary>How sales go from stage to stage, for those who answer for sellers; each figure leads to the leads it counts.</summary>
[Route(Address), Allow(Role.Manager | Role.SalesOps)]
internal sealed class StagesController(AcademyDb db, Library library, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/leads/stages";

    [HttpGet]
    public async Task<IActionResult> Index(StageQuery query, CancellationToken cancellation) => View("Stages", await StagesPage.Read(db, library.Now.Playbook, clock, Person, query, words, cancellation));
}
