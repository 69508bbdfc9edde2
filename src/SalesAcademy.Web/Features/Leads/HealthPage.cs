using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>How leads of one tier fare.</summary>
internal sealed record TierFigures(Tier Tier, int Waiting, int Pool, int All, int Sellers, int UnderCap, TimeSpan? MedianWait, TimeSpan ServiceLevel)
{
    public bool IsLate => MedianWait > ServiceLevel;

    public int Unowned => Waiting + Pool;
}

/// <summary>A lead as those see it who answer for the pool.</summary>
internal sealed record HealthLine(
    Guid Id, string Company, string About, Tier Tier, LeadState State, DateTime WaitingSince, DateOnly? LastDay, Guid? Owner, string? OwnerName, Guid? Decision, IReadOnlyList<Tag> Tags, int Eligible, Rule? MostOften, bool MayOpen);

/// <summary>The pool as a whole: what waits, how long, and who could take it.</summary>
internal sealed record HealthPage(string Show, IReadOnlyList<TierFigures> Tiers, IReadOnlyList<HealthLine> Lines, int All, int Waiting, int Pool, int Owned, int PolicyVersion, AsOf AsOf)
{
    private const int Most = 200;

    public DateTime At => AsOf.At;

    /// <summary>Leads of other teams: counted, not listed.</summary>
    public int Others => Lines.Count == Most ? 0 : Math.Max(0, (Show switch { "" => Waiting + Pool + Owned, nameof(LeadState.Owned) => Owned, _ => Lines.Count }) - Lines.Count);

    public TierFigures? Slowest => Tiers.Where(t => t.IsLate).MaxBy(t => t.MedianWait);

    public static async Task<HealthPage> Read(AcademyDb db, Sellers sellers, Library library, Clock clock, CurrentPerson viewer, string? show, CancellationToken cancellation)
    {
        var (asOf, policy) = (AsOf.Now(clock), library.Now.Leads);
        var competitors = await sellers.All(db, asOf);
        var counts = await db.Set<LeadRow>().GroupBy(l => new { l.Tier, l.State }).Select(g => new { g.Key.Tier, g.Key.State, Count = g.Count() }).ToListAsync(cancellation);
        var unowned = await db.Set<LeadRow>().Where(l => l.State == LeadState.Waiting || l.State == LeadState.Pool).Select(l => new { l.Tier, l.WaitingSince }).ToListAsync(cancellation);
        var tiers = Enum.GetValues<Tier>().Where(t => t != Tier.Shadow).Select(tier => new TierFigures(
            tier, CountOf(tier, LeadState.Waiting), CountOf(tier, LeadState.Pool), counts.Where(c => c.Tier == tier).Sum(c => c.Count),
            competitors.Count(c => c.Tier >= tier), competitors.Count(c => c.Tier >= tier && HasRoom(policy, c, asOf)),
            unowned.Where(u => u.Tier == tier).Select(u => asOf.At - u.WaitingSince).Order().ToArray().Median(), TimeSpan.FromHours(policy.ServiceLevelHours[(int)tier])));
        var shown = Enum.TryParse<LeadState>(show, ignoreCase: true, out var state) ? state : (LeadState?)null;
        var lines = await ReadLines(db, policy, viewer, competitors, asOf, shown, cancellation);
        return new(shown?.ToString() ?? "", [.. tiers], lines, counts.Sum(c => c.Count), Sum(LeadState.Waiting), Sum(LeadState.Pool), Sum(LeadState.Owned), policy.Version, asOf);

        int CountOf(Tier tier, LeadState of) => counts.Where(c => c.Tier == tier && c.State == of).Sum(c => c.Count);
        int Sum(LeadState of) => counts.Where(c => c.State == of).Sum(c => c.Count);
    }

    // A manager sees what nobody owns and what the own team owns; sales operations see everything.
    private static async Task<IReadOnlyList<HealthLine>> ReadLines(
        AcademyDb db, LeadPolicy policy, CurrentPerson viewer, IReadOnlyList<Competitor> competitors, AsOf asOf, LeadState? shown, CancellationToken cancellation)
    {
        var visible = Staff.VisibleTo(db, viewer);
        var rows = await db.Set<LeadRow>()
            .Where(l => shown == null ? l.State != LeadState.Won && l.State != LeadState.Lost : l.State == shown)
            .Where(l => l.Owner == null || visible.Any(p => p.Id == l.Owner))
            .OrderBy(l => l.State == LeadState.Waiting ? 0 : l.State == LeadState.Pool ? 1 : 2).ThenBy(l => l.WaitingSince).ThenBy(l => l.Id).Take(Most).ToListAsync(cancellation);
        var owners = rows.Select(r => r.Owner).OfType<Guid>().Distinct().ToArray();
        var names = await db.Set<PersonRow>().Where(p => owners.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var ids = rows.Select(r => r.Id).ToArray();
        var mayOpen = (await LeadPage.VisibleTo(db, viewer).Where(l => ids.Contains(l.Id)).Select(l => l.Id).ToListAsync(cancellation)).ToHashSet();
        return [.. (await LeadFile.Of(db, rows)).Select(file =>
        {
            var (row, lead) = (file.Row, file.Now);
            var free = lead.Holding is null && lead.End is null;
            var first = free ? competitors.Select(c => Eligibility.Of(policy, new Situation(lead, c, asOf.Moment)).FirstOrDefault(v => !v.Passed)?.Rule).ToArray() : [];
            return new HealthLine(
                row.Id, row.Company, row.About, row.Tier, row.State, row.WaitingSince, row.LastDay, row.Owner, row.Owner is { } owner ? names.GetValueOrDefault(owner) : null,
                row.Decision, file.Tags, first.Count(rule => rule is null), first.OfType<Rule>().GroupBy(rule => rule).MaxBy(g => g.Count())?.Key, mayOpen.Contains(row.Id));
        })];
    }

    private static bool HasRoom(LeadPolicy policy, Competitor seller, AsOf asOf) => Room.Of(policy, seller, asOf).Left > 0;
}
