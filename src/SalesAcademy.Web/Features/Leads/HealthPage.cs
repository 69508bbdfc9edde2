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
/// <param name="Waits">How long each lead without an owner has been without one, the shortest first.</param>
internal sealed record TierFigures(Tier Tier, int Waiting, int Pool, int All, int Sellers, int UnderCap, IReadOnlyList<TimeSpan> Waits, TimeSpan ServiceLevel)
{
    public TimeSpan? MedianWait { get; } = Waits.ToArray().Median();

    public TimeSpan? Oldest => Waits.Count == 0 ? null : Waits[^1];

    /// <summary>Leads that wait longer than the service level allows: new ones that come in do not make them fewer.</summary>
    public int Beyond => Waits.Count(wait => wait > ServiceLevel);

    public bool IsLate => Oldest > ServiceLevel;

    public int Unowned => Waiting + Pool;
}

/// <summary>What a reader of the pool's health wants to see of it.</summary>
internal sealed record HealthFilter
{
    /// <summary>For leads that nobody owns: waiting, or in the pool.</summary>
    public const string Unowned = "Unowned";

    /// <summary>For leads whose owner has left: they stay where they are until somebody hands them on or their protection ends.</summary>
    public const string Leavers = "Leavers";

    /// <summary>One state, <see cref="Unowned"/> or <see cref="Leavers"/>.</summary>
    public string? Show { get; init; }

    /// <summary>What the company's or the account's name holds, in any case; ended leads are found as well.</summary>
    public string? Find { get; init; }

    /// <summary>The page of the list, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>One pool, by its id.</summary>
    public string? Pool { get; init; }

    /// <summary>One tier.</summary>
    public string? Tier { get; init; }
}

/// <summary>A lead as those see it who answer for the pool.</summary>
internal sealed record HealthLine(
    Guid Id, string Pool, string Company, string About, Tier Tier, LeadState State, DateTime WaitingSince, DateOnly? LastDay, Guid? Owner, string? OwnerName, bool OwnerHasLeft, Guid? Decision, IReadOnlyList<Tag> Tags, int Eligible, Rule? MostOften, bool MayOpen, bool MayHandOut);

/// <summary>The pool as a whole, or one of the pools the reader sees: what waits, how long, and who could take it.</summary>
internal sealed record HealthPage(string Show, string? InPool, IReadOnlyList<(string Id, int Unowned)> Pools, IReadOnlyList<TierFigures> Tiers, IReadOnlyList<HealthLine> Lines, int All, int Waiting, int Pool, int Owned, int Locked, int PolicyVersion, AsOf AsOf)
{
    private const int Most = 200;

    /// <summary>The tier whose leads are listed; null for every tier.</summary>
    public Tier? OfTier { get; init; }

    /// <summary>What the list was searched for.</summary>
    public string? Find { get; init; }

    public int Page { get; init; } = 1;

    public bool HasMore { get; init; }

    /// <summary>Filters that are not known here.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public DateTime At => AsOf.At;

    /// <summary>Leads of other teams: counted, not listed.</summary>
    public int Others => HasMore || Page > 1 || Find is not null || Show == HealthFilter.Leavers ? 0 : Math.Max(0, (Show switch { "" => Listed, nameof(LeadState.Owned) => Listed, _ => Lines.Count }) - Lines.Count);

    // What the tabs count, of the tier that is listed.
    private int Listed { get; init; }

    public TierFigures? Slowest => Tiers.Where(t => t.IsLate).MaxBy(t => t.Oldest);

    public static async Task<HealthPage> Read(AcademyDb db, Sellers sellers, Library library, Clock clock, CurrentPerson viewer, HealthFilter filter, CancellationToken cancellation)
    {
        var (asOf, policy) = (AsOf.Now(clock), library.Now.Leads);
        var hidden = await PoolSight.Hidden(db, policy, viewer, cancellation);
        var seen = policy.Pools.Except(hidden).ToArray();
        var filters = new KnownFilters();
        var chosen = filters.Among(filter.Pool, seen, pool => pool.Id);
        var ofTier = filters.Choice<Tier>(filter.Tier);
        var isUnowned = string.Equals(filter.Show, HealthFilter.Unowned, StringComparison.OrdinalIgnoreCase);
        var isLeavers = string.Equals(filter.Show, HealthFilter.Leavers, StringComparison.OrdinalIgnoreCase);
        var shown = isUnowned || isLeavers ? null : filters.Choice<LeadState>(filter.Show);
        var find = string.IsNullOrWhiteSpace(filter.Find) ? null : filter.Find.Trim();
        IReadOnlyList<Competitor> competitors = [.. (await sellers.All(db, asOf)).Where(c => chosen is null || Domain.Leads.Pools.IsMember(c, chosen.Id))];
        var all = Seen(db, policy, viewer, hidden).Within(db, policy, chosen);
        var pools = new List<(string, int)>();
        foreach (var pool in seen)
            pools.Add((pool.Id, await db.Set<LeadRow>().Where(l => l.State == LeadState.Waiting || l.State == LeadState.Pool).Within(db, policy, pool).CountAsync(cancellation)));
        var counts = await all.GroupBy(l => new { l.Tier, l.State }).Select(g => new { g.Key.Tier, g.Key.State, Count = g.Count() }).ToListAsync(cancellation);
        var unowned = await all.Where(l => l.State == LeadState.Waiting || l.State == LeadState.Pool).Select(l => new { l.Tier, l.WaitingSince }).ToListAsync(cancellation);
        var tiers = Enum.GetValues<Tier>().Where(t => t != Tier.Shadow).Select(tier => new TierFigures(
            tier, CountOf(tier, LeadState.Waiting), CountOf(tier, LeadState.Pool), counts.Where(c => c.Tier == tier).Sum(c => c.Count),
            competitors.Count(c => c.Tier >= tier), competitors.Count(c => c.Tier >= tier && HasRoom(policy, c, asOf)),
            unowned.Where(u => u.Tier == tier).Select(u => asOf.At - u.WaitingSince).Order().ToArray(), TimeSpan.FromHours(policy.ServiceLevelHours[(int)tier])));
        var listed = all.Where(l => (ofTier == null || l.Tier == ofTier) && (!isUnowned || l.State == LeadState.Waiting || l.State == LeadState.Pool));
        if (isLeavers)
            listed = listed.Where(l => l.State == LeadState.Owned && db.Set<PersonRow>().Any(p => p.Id == l.Owner && p.SuspendedAt != null));
        listed = find is not null ? Named(listed, find) : shown is null ? listed.Where(l => l.State != LeadState.Won && l.State != LeadState.Lost) : listed;
        var page = Math.Clamp(filter.Page, 1, 100_000);
        var lines = await ReadLines(db, shown is null ? listed : listed.Where(l => l.State == shown), policy, viewer, competitors, asOf, page, cancellation);
        return new(isUnowned ? HealthFilter.Unowned : isLeavers ? HealthFilter.Leavers : shown?.ToString() ?? "", chosen?.Id, pools, [.. tiers], [.. lines.Take(Most)], counts.Sum(c => c.Count), Sum(LeadState.Waiting), Sum(LeadState.Pool), Sum(LeadState.Owned), Sum(LeadState.Locked), policy.Version, asOf)
        {
            OfTier = ofTier,
            Find = find,
            Page = page,
            HasMore = lines.Count > Most,
            LeftOut = filters.LeftOut,
            Listed = counts.Where(c => (ofTier == null || c.Tier == ofTier) && (shown == null ? c.State is LeadState.Waiting or LeadState.Pool or LeadState.Owned : c.State == shown)).Sum(c => c.Count),
        };

        int CountOf(Tier tier, LeadState of) => counts.Where(c => c.Tier == tier && c.State == of).Sum(c => c.Count);
        int Sum(LeadState of) => counts.Where(c => c.State == of).Sum(c => c.Count);
    }

    // What somebody owns in a hidden pool is there for those who answer for the owner.
    private static IQueryable<LeadRow> Seen(AcademyDb db, LeadPolicy policy, CurrentPerson viewer, IReadOnlyList<PoolRule> hidden)
    {
        if (hidden.Count == 0)
            return db.Set<LeadRow>();
        var (outside, visible) = (db.Set<LeadRow>().AsQueryable().Outside(db, policy, hidden), Staff.VisibleTo(db, viewer));
        return db.Set<LeadRow>().Where(l => outside.Any(o => o.Id == l.Id) || visible.Any(p => p.Id == l.Owner));
    }

    // A manager sees what nobody owns and what the own team owns; sales operations see everything.
    private static async Task<IReadOnlyList<HealthLine>> ReadLines(
        AcademyDb db, IQueryable<LeadRow> all, LeadPolicy policy, CurrentPerson viewer, IReadOnlyList<Competitor> competitors, AsOf asOf, int page, CancellationToken cancellation)
    {
        var visible = Staff.VisibleTo(db, viewer);
        var rows = await all
            .Where(l => l.Owner == null || visible.Any(p => p.Id == l.Owner))
            .OrderBy(l => l.State == LeadState.Waiting ? 0 : l.State == LeadState.Pool ? 1 : 2).ThenBy(l => l.WaitingSince).ThenBy(l => l.Id).Skip((page - 1) * Most).Take(Most + 1).ToListAsync(cancellation);
        var owners = rows.Select(r => r.Owner).OfType<Guid>().Distinct().ToArray();
        var names = await db.Set<PersonRow>().Where(p => owners.Contains(p.Id)).Select(p => new { p.Id, p.Name, HasLeft = p.SuspendedAt != null }).ToDictionaryAsync(p => p.Id, cancellation);
        var ids = rows.Select(r => r.Id).ToArray();
        var mayOpen = (await LeadPage.VisibleTo(db, viewer).Where(l => ids.Contains(l.Id)).Select(l => l.Id).ToListAsync(cancellation)).ToHashSet();
        var refusals = new FirstRefusals(policy, competitors, asOf.Moment);
        return [.. (await LeadFile.Of(db, rows, policy)).Select(file =>
        {
            var (row, lead) = (file.Row, file.Now);
            var (eligible, mostOften) = refusals.Of(lead);
            var owner = row.Owner is { } id ? names.GetValueOrDefault(id) : null;
            return new HealthLine(
                row.Id, lead.Cell, row.Company, row.About, row.Tier, row.State, row.WaitingSince, row.LastDay, row.Owner, owner?.Name, owner?.HasLeft == true,
                row.Decision, file.Tags, eligible, mostOften, mayOpen.Contains(row.Id),
                mayOpen.Contains(row.Id) && row.Owner != viewer.Id && row.State is (LeadState.Waiting or LeadState.Pool or LeadState.Owned));
        })];
    }

    private static IQueryable<LeadRow> Named(IQueryable<LeadRow> leads, string find)
    {
        var small = find.ToLowerInvariant();
        return leads.Where(l => SqlText.Lower(l.Company).Contains(small) || (l.Account != null && SqlText.Lower(l.Account).Contains(small)));
    }

    private static bool HasRoom(LeadPolicy policy, Competitor seller, AsOf asOf) => Room.Of(policy, seller, asOf).Left > 0;
}
