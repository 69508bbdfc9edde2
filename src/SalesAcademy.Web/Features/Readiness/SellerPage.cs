using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>A person who sells, with the tier and the override that stand on a day.</summary>
internal sealed record Seller
{
    public required Guid Person { get; init; }

    public required string Profile { get; init; }

    public required bool Active { get; init; }

    /// <summary>The tier now; null before the first step or piece of evidence, which is Shadow.</summary>
    public TierRow? Row { get; init; }

    /// <summary>The first change after the day asked about, when that day is past.</summary>
    public TierChangeRow? Since { get; init; }

    public TierOverrideRow? Overridden { get; init; }

    public Guid? Stamp => Row?.Stamp;

    public TierOverride? Override => Overridden?.AsDecided;

    /// <summary>The tier by the daily step on the day asked about.</summary>
    public Tier TierOn(DateOnly day) => Row is { } row && row.SteppedOn > day && Since is { } since ? since.From : Row?.Tier ?? Tier.Shadow;
}

/// <summary>The query behind every standing: one for however many people. Untracked: a command that looks again, since others have committed, must not be shown the tier it saw before.</summary>
internal static class SellerPage
{
    public static IQueryable<Seller> Of(AcademyDb db, IQueryable<PersonRow> people, DateOnly day)
    {
        var changes = db.Set<TierChangeRow>();
        var overrides = db.Set<TierOverrideRow>();
        return (
            from person in people
            where person.Profile != null
            from tier in db.Set<TierRow>().Where(t => t.Person == person.Id).DefaultIfEmpty()
            from change in changes.Where(c => c.Person == person.Id && c.Day > day && !changes.Any(e => e.Person == c.Person && e.Day > day && e.Number < c.Number)).DefaultIfEmpty()
            from overridden in overrides.Where(o => o.Person == person.Id && o.From <= day && o.Until >= day
                && !overrides.Any(n => n.Person == o.Person && n.From <= day && n.Number > o.Number)).DefaultIfEmpty()
            select new Seller
            {
                Person = person.Id,
                Profile = person.Profile!,
                Active = person.SuspendedAt == null,
                Row = tier,
                Since = change,
                Overridden = overridden,
            }).AsNoTracking();
    }
}
