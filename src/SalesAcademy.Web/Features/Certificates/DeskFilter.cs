using Microsoft.AspNetCore.WebUtilities;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>Which certificates the desk shows and exports. What does not fit its field is left out, as if it had not been asked for.</summary>
internal sealed record DeskFilter
{
    /// <summary>Part of a name or number.</summary>
    public string? Q { get; init; }

    public Guid? Team { get; init; }

    public string? Certification { get; init; }

    public CertificateState? State { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public bool IsSet => this with { State = null } != new DeskFilter();

    /// <summary>Everything asked for but the state, which the tabs count by themselves.</summary>
    public IQueryable<CertificateRow> OfAnyState(AcademyDb db)
    {
        var rows = db.Set<CertificateRow>().AsQueryable();
        if (!string.IsNullOrWhiteSpace(Q) && Q.Trim().ToLowerInvariant() is var part)
            rows = rows.Where(c => c.Finding.Contains(part));
        if (Team is not null)
            rows = rows.Where(c => db.Set<PersonRow>().Any(p => p.Id == c.Person && p.TeamId == Team));
        if (!string.IsNullOrEmpty(Certification))
            rows = rows.Where(c => c.Certification == Certification);
        if (From is not null)
            rows = rows.Where(c => c.From >= From);
        return To is null ? rows : rows.Where(c => c.From <= To);
    }

    public IQueryable<StatedCertificate> On(AcademyDb db, DateOnly today)
    {
        var rows = StatedCertificate.On(OfAnyState(db), today);
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
        new("after", after?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
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
