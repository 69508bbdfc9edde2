using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A decision as a seller may know of it who has nothing to do with the lead: no company, no winner.</summary>
internal sealed record GivenLine(Guid Id, DateTime At, Tier Tier, IReadOnlyList<Tag> Tags, AssignmentOutcome Outcome, bool IsMine);

/// <summary>Where the leads of the last days went, of the pools that a seller sees: so that whoever asks "why not me" finds what to ask about.</summary>
internal sealed record GivenPage(IReadOnlyList<GivenLine> Lines, int Days, bool IsCut)
{
    /// <summary>How many days a seller may ask why a lead went to somebody else.</summary>
    public const int Window = 14;

    public const int Most = 100;

    public static async Task<GivenPage> Read(AcademyDb db, Library library, Clock clock, CurrentPerson reader, CancellationToken cancellation)
    {
        var (policy, since, me) = (library.Now.Leads, clock.Today.AddDays(-Window), reader.Id);
        var seen = db.Set<LeadRow>().Outside(db, policy, await PoolSight.Hidden(db, policy, reader, cancellation));
        var lines = await (
            from decision in db.Set<DecisionRow>()
            where decision.Day >= since
            join lead in seen on decision.Lead equals lead.Id
            orderby decision.Number descending
            select new { decision.Id, decision.Lead, decision.At, lead.Tier, decision.Outcome, IsMine = decision.Winner == me }).Take(Most + 1).ToListAsync(cancellation);
        Guid[] leads = [.. lines.Select(line => line.Lead).Distinct()];
        var tags = (await db.Set<LeadTagRow>().Where(t => leads.Contains(t.Lead)).OrderBy(t => t.Kind).ThenBy(t => t.Value).ToListAsync(cancellation)).ToLookup(t => t.Lead, t => new Tag(t.Kind, t.Value));
        return new([.. lines.Take(Most).Select(line => new GivenLine(line.Id, line.At, line.Tier, [.. tags[line.Lead]], line.Outcome, line.IsMine))], Window, lines.Count > Most);
    }
}
