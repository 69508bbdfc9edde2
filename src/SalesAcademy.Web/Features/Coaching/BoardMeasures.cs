using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.Paths;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>What other rooms know of the people of a board, one question to each room however many people there are.</summary>
internal sealed class BoardMeasures(ReadinessBook readiness, Library library, Clock clock)
{
    private const int TrendDays = 14;
    private const double Points = 100;

    // Of its own: a book keeps one day per person, and the board asks for two.
    private readonly ReadinessBook before = new(library);

    public async Task<IReadOnlyList<BoardPerson>> Add(AcademyDb db, Guid manager, IReadOnlyList<BoardPerson> people, CancellationToken cancellation)
    {
        var ids = people.Select(person => person.Id).ToList();
        var today = (await readiness.Of(db, ids, clock.Today)).ToDictionary(standing => standing.Person);
        var then = (await before.Of(db, ids, clock.Today.AddDays(-TrendDays))).ToDictionary(standing => standing.Person);
        // Somebody in an examination is in an examination, whatever page is open beside it.
        var companies = await LeadNames.Owned(db, [.. people.Where(person => !person.HasHold).Select(person => person.Place?.Lead).OfType<Guid>()], ids, cancellation);
        return [.. (await AddOverdue(db, manager, people, cancellation)).Select(person => person with
        {
            Readiness = today.TryGetValue(person.Id, out var now) ? now.Score * Points : null,
            Trend = now is not null && then.TryGetValue(person.Id, out var past) ? (now.Score - past.Score) * Points : null,
            Company = !person.HasHold && person.Place?.Lead is { } lead ? companies.GetValueOrDefault(lead) : null,
        })];
    }

    /// <summary>Only what is overdue: with it the board knows who needs their manager.</summary>
    public async Task<IReadOnlyList<BoardPerson>> AddOverdue(AcademyDb db, Guid manager, IReadOnlyList<BoardPerson> people, CancellationToken cancellation)
    {
        var ids = people.Select(person => person.Id).ToList();
        var steps = await Enrolments.Overdue(db, ids, clock, cancellation);
        var items = await OverdueItems.Of(db, ids, manager, clock, cancellation);
        return [.. people.Select(person => person with { Overdue = steps.GetValueOrDefault(person.Id), OverdueItems = items.GetValueOrDefault(person.Id) })];
    }
}
