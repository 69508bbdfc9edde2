using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>What a reader of the pool wants to see of it.</summary>
internal sealed record PoolFilter
{
    /// <summary>One pool, by its id; all that the reader sees without one.</summary>
    public string? Pool { get; init; }

    /// <summary>A tier, by its name.</summary>
    public string? Tier { get; init; }

    public string? Region { get; init; }

    public string? Language { get; init; }
}

/// <summary>A lead of the public pool as a seller may see it: whom to call is not read before a claim.</summary>
/// <param name="Pool">The pool it is in; empty where there is one for everybody.</param>
internal sealed record PoolLine(Guid Id, string Pool, string Company, string About, Tier Tier, string Source, DateTime WaitingSince, IReadOnlyList<Tag> Tags, Refusal? Refused, CheckLine? Missing);

/// <summary>A pool as a tab: how many leads are in it, and whether the seller may claim there.</summary>
internal sealed record PoolTab(string Id, int Count, bool IsMember);

/// <summary>The public pool for one seller, or the pools the seller sees; every line asks the same decision as the claim itself.</summary>
internal sealed record PoolPage(
    PoolFilter Filter, IReadOnlyList<PoolTab> Pools, IReadOnlyList<PoolLine> Lines, int InPool, Room Room, IReadOnlyList<string> Regions, IReadOnlyList<string> Languages, string? Refusal)
{
    private const int Most = 200;

    /// <summary>The tier that is shown; null for every tier.</summary>
    public Tier? OfTier { get; init; }

    /// <summary>Filters that are not known here.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public int Claimable => Lines.Count(l => l.Refused is null);

    public static async Task<PoolPage?> Read(
        AcademyDb db, Sellers sellers, Library library, Checks checks, Clock clock, Guid person, PoolFilter filter, string? refusal, CancellationToken cancellation)
    {
        var asOf = AsOf.Now(clock);
        if (await sellers.One(db, person, asOf) is not { } seller)
            return null;
        var tags = db.Set<LeadTagRow>();
        var policy = library.Now.Leads;
        PoolRule[] hidden = [.. policy.Pools.Where(rule => !rule.IsOpen && !Domain.Leads.Pools.IsMember(seller, rule.Id))];
        var seen = policy.Pools.Except(hidden).ToArray();
        var pool = db.Set<LeadRow>().Where(l => l.State == LeadState.Pool).Outside(db, policy, hidden);
        var pools = new List<PoolTab>();
        foreach (var rule in seen)
            pools.Add(new(rule.Id, await pool.Within(db, policy, rule).CountAsync(cancellation), Domain.Leads.Pools.IsMember(seller, rule.Id)));
        var filters = new KnownFilters();
        var (within, tier) = (filters.Among(filter.Pool, seen, rule => rule.Id), filters.Choice<Tier>(filter.Tier));
        var region = filters.Kept(filter.Region, await IsKnown(db, "region", filter.Region, cancellation));
        var language = filters.Kept(filter.Language, await IsKnown(db, "language", filter.Language, cancellation));
        var shown = pool.Within(db, policy, within)
            .Where(l => tier == null || l.Tier == tier)
            .Where(l => region == null || tags.Any(t => t.Lead == l.Id && t.Kind == "region" && t.Value == region))
            .Where(l => language == null || tags.Any(t => t.Lead == l.Id && t.Kind == "language" && t.Value == language))
            .OrderBy(l => l.WaitingSince).ThenBy(l => l.Id);
        var values = await (from lead in pool join tag in tags on lead.Id equals tag.Lead where tag.Kind == "region" || tag.Kind == "language" select new { tag.Kind, tag.Value })
            .Distinct().OrderBy(t => t.Value).ToListAsync(cancellation);
        var files = await LeadFile.Of(db, await shown.Take(Most).ToListAsync(cancellation), policy);
        var lines = files.Select(file => Line(library, checks, file, seller, asOf));
        return new(
            filter with { Pool = within?.Id, Region = region, Language = language }, pools, [.. lines.OrderBy(l => l.Refused is not null)], await pool.CountAsync(cancellation), Room.Of(policy, seller, asOf),
            [.. values.Where(v => v.Kind == "region").Select(v => v.Value)], [.. values.Where(v => v.Kind == "language").Select(v => v.Value)], refusal)
        {
            OfTier = tier,
            LeftOut = filters.LeftOut,
        };
    }

    // What some lead asks for or some seller brings, now or before.
    private static async Task<bool> IsKnown(AcademyDb db, string kind, string? value, CancellationToken cancellation) => value is { Length: > 0 }
        && (await db.Set<LeadTagRow>().AnyAsync(t => t.Kind == kind && t.Value == value, cancellation) || await db.Set<PersonTagRow>().AnyAsync(t => t.Kind == kind && t.Value == value, cancellation));

    private static PoolLine Line(Library library, Checks checks, LeadFile file, Competitor seller, AsOf asOf)
    {
        var (policy, lead) = (library.Now.Leads, file.Now);
        var situation = new Situation(lead, seller, asOf.Moment);
        var refused = (ClaimLead.Decide(policy, library.Now.LeadsHash, situation) as Refused<LeadChange>)?.Reason;
        var missing = refused is null ? null : checks.Say(Eligibility.Of(policy, situation), lead).FirstOrDefault(c => !c.Passed && c.Rule != Rule.Available);
        var row = file.Row;
        return new(row.Id, lead.Cell, row.Company, row.About, row.Tier, row.Source, row.WaitingSince, file.Tags, refused, missing);
    }
}
