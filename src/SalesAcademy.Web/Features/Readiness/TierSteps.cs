using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>
/// Moves tiers. The daily step runs once for every local day, missed days one by one; between two of them an event moves a tier only
/// where a gate fell or everything for a higher tier is there, and never counts as a day below.
/// </summary>
internal sealed class TierSteps(Library library, TierNotices notices)
{
    /// <summary>The person's tier, held until the commit, with the days missed since taken on the evidence as it was.</summary>
    public async Task<TierRow> Open(Entry entry, Guid person)
    {
        await entry.Hold($"readiness:{person}");
        var row = await entry.Db.FindAsync<TierRow>(person);
        if (row is null)
            return entry.Db.Add(new TierRow { Person = person, SteppedOn = entry.Act.Today, Stamp = entry.NewId() }).Entity;
        if (row.SteppedOn < entry.Act.Today)
            await CatchUp(entry, row, await SellerIn(entry, row));
        return row;
    }

    /// <summary>Takes the daily step of many people, each for every day missed, on six queries however many they are.</summary>
    public async Task CatchUp(Entry entry, IReadOnlyList<Guid> people)
    {
        await entry.Hold(people.Select(person => $"readiness:{person}"));
        var behind = await entry.Db.Set<TierRow>().Where(t => people.Contains(t.Person) && t.SteppedOn < entry.Act.Today).OrderBy(t => t.Person).ToListAsync();
        var sellers = await entry.Db.Set<PersonRow>().Where(p => people.Contains(p.Id) && p.Profile != null)
            .Select(p => new { p.Id, p.Profile, p.HiredOn, Active = p.SuspendedAt == null }).ToDictionaryAsync(p => p.Id);
        var evidence = await SellerEvidence.Of(entry.Db, [.. sellers.Keys]);
        var catalogue = library.Now;
        foreach (var row in behind)
            await CatchUp(entry, row, sellers.TryGetValue(row.Person, out var seller) ? Seller(row, catalogue, seller.Profile, seller.Active, seller.HiredOn, evidence[row.Person]) : null);
    }

    /// <summary>Evidence or standing of the person changed in this entry: gates act and promotion comes at once.</summary>
    public async Task Changed(Entry entry, TierRow row)
    {
        row.Stamp = entry.NewId();
        if (await SellerIn(entry, row) is { } seller)
            await Move(entry, seller, entry.Act.Today, daily: false);
    }

    /// <summary>The assessment of today as this entry has the evidence; null for somebody who does not sell.</summary>
    public async Task<Assessment?> AssessIn(Entry entry, TierRow row) => await SellerIn(entry, row) is { } seller
        ? Assessment.Of(seller.Catalogue.Readiness, seller.Role, seller.Evidence.RecordOf(row.Person, seller.Active, seller.Catalogue, entry.Act.Today), entry.Act.Today)
        : null;

    private async Task CatchUp(Entry entry, TierRow row, Stepping? seller)
    {
        for (var day = row.SteppedOn.AddDays(1); seller is not null && day <= entry.Act.Today; day = day.AddDays(1))
            await Move(entry, seller, day, daily: true);
        row.SteppedOn = entry.Act.Today;
    }

    private async Task Move(Entry entry, Stepping seller, DateOnly day, bool daily)
    {
        var (row, policy) = (seller.Row, seller.Catalogue.Readiness);
        var before = new TierState(row.Tier, row.Below);
        var record = seller.Evidence.RecordOf(row.Person, seller.Active, seller.Catalogue, day);
        var now = Assessment.Of(policy, seller.Role, record, day);
        var (after, reason) = TierStep.Next(before, now.Day, seller.Role.Thresholds, policy.DemotionDays);
        if (!daily && reason is not (TierReason.Promoted or TierReason.Gate))
            return;
        (row.Tier, row.Below) = (after.Tier, after.Below);
        if (after.Tier != before.Tier)
            await Record(entry, new TierChanged(row.Person, before.Tier, after.Tier, reason, day, seller.Catalogue.ReadinessHash));
        else if (reason == TierReason.Grace && after.Below == 1)
            await notices.Below(entry, seller, record, now, day, "tier-below");
        else if (reason == TierReason.Grace && after.Below == policy.DemotionDays - 1 && day == entry.Act.Today)
            await notices.Below(entry, seller, record, now, day, "tier-last-day");
    }

    private static async Task Record(Entry entry, TierChanged changed)
    {
        var changes = entry.Db.Set<TierChangeRow>();
        await changes.Where(c => c.Person == changed.Subject).OrderByDescending(c => c.Number).Take(1).LoadAsync();
        entry.Db.Add(new TierChangeRow
        {
            Person = changed.Subject,
            Number = changes.Local.Where(c => c.Person == changed.Subject).Select(c => c.Number).DefaultIfEmpty().Max() + 1,
            Day = changed.Day,
            From = changed.From,
            To = changed.To,
            Reason = changed.Reason,
            PolicyHash = changed.PolicyHash,
        });
        entry.Record(changed);
        await TierNotices.Moved(entry, changed);
    }

    private async Task<Stepping?> SellerIn(Entry entry, TierRow row)
    {
        var person = await entry.Db.Set<PersonRow>().Where(p => p.Id == row.Person)
            .Select(p => new { p.Profile, p.HiredOn, Active = p.SuspendedAt == null }).SingleOrDefaultAsync();
        return person is null ? null : Seller(row, library.Now, person.Profile, person.Active, person.HiredOn, await SellerEvidence.In(entry, row.Person));
    }

    private static Stepping? Seller(TierRow row, Catalogue catalogue, string? profile, bool active, DateOnly hiredOn, SellerEvidence evidence) =>
        profile is not null && catalogue.Readiness.Roles.TryGetValue(profile, out var role) ? new Stepping(row, catalogue, role, active, hiredOn, evidence) : null;
}

/// <summary>A seller whose tier is being moved, under one catalogue from beginning to end.</summary>
internal sealed record Stepping(TierRow Row, Catalogue Catalogue, RoleProfile Role, bool Active, DateOnly HiredOn, SellerEvidence Evidence);
