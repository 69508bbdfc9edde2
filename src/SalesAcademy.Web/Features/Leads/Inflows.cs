using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>What came in over the last 28 days that are over, and whom it suits. Those days change no more, sellers do: the whole is kept for five minutes.</summary>
internal sealed class Inflows(Library library, Sellers sellers, Clock clock)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private Kept? kept;

    /// <summary>As of now, or of a few minutes ago.</summary>
    public async Task<Inflow> Of(AcademyDb db, CancellationToken cancellation)
    {
        var (asOf, hash) = (AsOf.Now(clock), library.Now.Hash);
        if (kept is { } known && (known.Day, known.Catalogue) == (asOf.Today, hash) && asOf.At - known.At < GoodFor)
            return known.Inflow;
        var inflow = await Count(db, await sellers.All(db, asOf), asOf, cancellation);
        kept = new Kept(asOf.Today, hash, asOf.At, inflow);
        return inflow;
    }

    /// <summary>Counted anew, for these sellers.</summary>
    public async Task<Inflow> Count(AcademyDb db, IReadOnlyList<Competitor> competitors, AsOf asOf, CancellationToken cancellation)
    {
        var (policy, came) = (library.Now.Leads, await Came(db, asOf, cancellation));
        return Inflow.Of(policy, asOf.Today.AddDays(-1), came.Select(lead => (lead.Tier, lead.Tags, policy.CellOf(lead.Tier, lead.Source, lead.Tags))), competitors);
    }

    /// <summary>The leads that are counted.</summary>
    public async Task<IReadOnlyList<CameLead>> Came(AcademyDb db, AsOf asOf, CancellationToken cancellation)
    {
        var until = asOf.Today.AddDays(-1);
        var (from, since) = (until.AddDays(1 - Inflow.Days), asOf.At.AddDays(-Inflow.Days - 2)); // two days more, whatever the zone
        var came = await db.Set<LeadRow>().Where(l => l.ArrivedAt >= since && l.State != LeadState.Locked && l.State != LeadState.Duplicate)
            .Select(l => new { l.Id, l.Tier, l.Source, l.ArrivedAt, l.Owner }).ToListAsync(cancellation);
        var tags = (await db.Set<LeadTagRow>().Where(t => db.Set<LeadRow>().Any(l => l.Id == t.Lead && l.ArrivedAt >= since)).ToListAsync(cancellation)).ToLookup(t => t.Lead, t => new Tag(t.Kind, t.Value));
        return [.. came.Where(l => clock.DayOf(l.ArrivedAt) is var day && day >= from && day <= until).Select(l => new CameLead(l.Id, l.Tier, l.Source, l.ArrivedAt, l.Owner, [.. tags[l.Id]]))];
    }

    private sealed record Kept(DateOnly Day, string Catalogue, DateTime At, Inflow Inflow);
}

/// <summary>A lead that came in.</summary>
internal sealed record CameLead(Guid Id, Tier Tier, string Source, DateTime At, Guid? Owner, IReadOnlyList<Tag> Tags);
