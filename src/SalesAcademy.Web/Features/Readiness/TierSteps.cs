using Microsoft.EntityFrameworkCore;
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
internal sealed class TierSteps(Library library)
{
    /// <summary>The person's tier, held until the commit, with the days missed since taken on the evidence as it was.</summary>
    public async Task<TierRow> Open(Entry entry, Guid person)
    {
        await entry.Hold($"readiness:{person}");
        var row = await entry.Db.FindAsync<TierRow>(person);
        if (row is null)
            return entry.Db.Add(new TierRow { Person = person, SteppedOn = entry.Act.Today, Stamp = entry.NewId() }).Entity;
        if (row.SteppedOn < entry.Act.Today && await SellerIn(entry, row) is { } seller)
            for (var day = row.SteppedOn.AddDays(1); day <= entry.Act.Today; day = day.AddDays(1))
                await Move(entry, seller, day, daily: true);
        row.SteppedOn = row.SteppedOn > entry.Act.Today ? row.SteppedOn : entry.Act.Today;
        return row;
    }

    /// <summary>Evidence or standing of the person changed in this entry: gates act and promotion comes at once.</summary>
    public async Task Changed(Entry entry, TierRow row)
    {
        row.Stamp = entry.NewId();
        if (await SellerIn(entry, row) is { } seller)
            await Move(entry, seller, entry.Act.Today, daily: false);
    }

    private async Task Move(Entry entry, Stepping seller, DateOnly day, bool daily)
    {
        var (row, policy) = (seller.Row, library.Now.Readiness);
        var before = new TierState(row.Tier, row.Below);
        var record = seller.Evidence.RecordOf(row.Person, seller.Active, library.Now, day);
        var (after, reason) = TierStep.Next(before, Assessment.Of(policy, seller.Role, record, day).Day, seller.Role.Thresholds, policy.DemotionDays);
        if (!daily && reason is not (TierReason.Promoted or TierReason.Gate))
            return;
        (row.Tier, row.Below) = (after.Tier, after.Below);
        if (after.Tier != before.Tier)
            await Record(entry, new TierChanged(row.Person, before.Tier, after.Tier, reason, day, library.Now.ReadinessHash));
        else if (reason == TierReason.Grace && after.Below == 1)
            await TierNotices.Below(entry, seller, record, day);
    }

    private static async Task Record(Entry entry, TierChanged changed)
    {
        var changes = entry.Db.Set<TierChangeRow>();
        await changes.Where(c => c.Person == changed.Subject).OrderByDescending(c => c.Number).Take(1).LoadAsync();
        entry.Db.Add(new TierChangeRow
        {
            Person = changed.Subject,
            Number = changes.Local.Where(c => c.Person == changed.Subject).Select(c => c.Number).DefaultIfEmpty().Max() + 1,
            Day = changed.Day, From = changed.From, To = changed.To, Reason = changed.Reason, PolicyHash = changed.PolicyHash,
        });
        entry.Record(changed);
        await TierNotices.Moved(entry, changed);
    }

    private async Task<Stepping?> SellerIn(Entry entry, TierRow row)
    {
        var person = await entry.Db.Set<PersonRow>().Where(p => p.Id == row.Person)
            .Select(p => new { p.Profile, Active = p.SuspendedAt == null }).SingleOrDefaultAsync();
        return person?.Profile is { } profile && library.Now.Readiness.Roles.TryGetValue(profile, out var role)
            ? new Stepping(row, role, person.Active, await SellerEvidence.In(entry, row.Person))
            : null;
    }
}

/// <summary>A seller whose tier is being moved.</summary>
internal sealed record Stepping(TierRow Row, RoleProfile Role, bool Active, SellerEvidence Evidence);
