using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>Which certificates the desk shows and exports. What does not fit its field is left out, as if it had not been asked for.</summary>
internal sealed record DeskFilter
{
    /// <summary>Days that are asked about most.</summary>
    public static readonly IReadOnlyList<int> Soon = [30, 60, 90];

    /// <summary>Ten years: no certificate is asked about further ahead.</summary>
    public const int MostDays = 3660;

    /// <summary>Part of a name as it was or is now, of a number or of an address.</summary>
    public string? Q { get; init; }

    public Guid? Team { get; init; }

    public string? Certification { get; init; }

    public CertificateState? State { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>In force, and ending within this many days.</summary>
    public int? Within { get; init; }

    public Guid? Person { get; init; }

    public bool IsSet => this with { State = null } != new DeskFilter();

    /// <summary>Everything asked for but the state, which the tabs count by themselves.</summary>
    public IQueryable<CertificateRow> OfAnyState(AcademyDb db, DateOnly today)
    {
        var rows = db.Set<CertificateRow>().AsQueryable();
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var (part, folded, called) = (Q.Trim().ToLowerInvariant(), Q.Trim().Folded(), db.Set<PersonRow>().Called(Q.Trim()).Select(p => p.Id));
            rows = rows.Where(c => c.Finding.Contains(part) || c.Finding.Contains(folded) || called.Contains(c.Person));
        }

        if (Team is not null)
            rows = rows.Where(c => db.Set<PersonRow>().Any(p => p.Id == c.Person && p.TeamId == Team));
        if (!string.IsNullOrEmpty(Certification))
            rows = rows.Where(c => c.Certification == Certification);
        if (Person is not null)
            rows = rows.Where(c => c.Person == Person);
        if (Within is >= 0 and <= MostDays && today.AddDays(Within.Value) is var last)
            rows = rows.Where(c => c.RevokedAt == null && c.SupersededBy == null && c.Until >= today && c.Until <= last);
        if (From is not null)
            rows = rows.Where(c => c.From >= From);
        return To is null ? rows : rows.Where(c => c.From <= To);
    }

    public IQueryable<StatedCertificate> On(AcademyDb db, DateOnly today)
    {
        var rows = StatedCertificate.On(OfAnyState(db, today), today);
        return State is { } state ? rows.Where(c => c.State == (int)state) : rows;
    }

    /// <summary>The address of the desk, or of its export, under this filter.</summary>
    public string Url(string path, long? after = null) => QueryHelpers.AddQueryString(path, Parts(after).Where(part => !string.IsNullOrEmpty(part.Value)));

    private IEnumerable<KeyValuePair<string, string?>> Parts(long? after) =>
    [
        new("q", Q?.Trim()),
        new("team", Team?.ToString()),
        new("certification", Certification),
        new("state", State?.ToString().ToLowerInvariant()),
        new("from", From is { } from ? from.Iso() : null),
        new("to", To is { } to ? to.Iso() : null),
        new("within", Within?.ToString(CultureInfo.InvariantCulture)),
        new("person", Person?.ToString()),
        new("after", after?.ToString(CultureInfo.InvariantCulture)),
    ];
}

/// <summary>A certificate with its state on a day, told in SQL as <see cref="CertificateStanding"/> tells it.</summary>
internal sealed class StatedCertificate
{
    public required CertificateRow Row { get; init; }

    public required int State { get; init; }

    public static IQueryable<StatedCertificate> On(IQueryable<CertificateRow> rows, DateOnly today)
    {
        var noticed = today.AddDays(CertificateStanding.DaysOfNotice);
        return rows.Select(c => new StatedCertificate
        {
            Row = c,
            State = c.RevokedAt != null ? (int)CertificateState.Revoked
                : c.SupersededBy != null ? (int)CertificateState.Superseded
                : c.Until < today ? (int)CertificateState.Expired
                : c.Until <= noticed ? (int)CertificateState.Expiring
                : (int)CertificateState.Valid,
        });
    }
}
