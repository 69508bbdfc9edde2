namespace SalesAcademy.Domain.Certificates;

/// <summary>What somebody has of a certification on a day; exactly one of these.</summary>
public enum Holding
{
    /// <summary>Nothing had been issued by then.</summary>
    Missing,

    /// <summary>The last day of what they had is over.</summary>
    Expired,

    /// <summary>What they had was withdrawn.</summary>
    Revoked,

    /// <summary>Earned, and waiting for what keeps it from being drawn to be corrected.</summary>
    Waiting,

    /// <summary>Nothing in force, and none is asked of them: exempted, or learned elsewhere.</summary>
    Waived,

    /// <summary>Nothing of the academy's in force; what somebody else has issued is taken instead.</summary>
    External,

    /// <summary>In force, its last day within the days of notice.</summary>
    EndsSoon,

    /// <summary>In force, and for longer.</summary>
    Held,
}

/// <summary>What stands in for a certificate that somebody does not hold; never a certificate of the academy's own.</summary>
/// <param name="Kind">Waived or external.</param>
/// <param name="From">The first day it counts.</param>
/// <param name="Until">The last day it counts; null for ever.</param>
/// <param name="EndedOn">The day it was taken back; null when it was not.</param>
public sealed record StandIn(Holding Kind, DateOnly From, DateOnly? Until, DateOnly? EndedOn)
{
    /// <summary>Whether it counts on a day: its last day does, the day it was taken back does not.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && !(Until < day) && !(EndedOn <= day);
}

/// <summary>A certificate with the days that changed what it is worth.</summary>
/// <param name="Issue">Its place among the person's certificates for this certification, from 1.</param>
/// <param name="From">First valid day.</param>
/// <param name="Until">Last valid day; null for ever.</param>
/// <param name="SupersededOn">The day a newer one took its place; null when none has.</param>
/// <param name="RevokedOn">The day it ceased to be valid; null when it was not revoked.</param>
public sealed record DatedCertificate(int Issue, DateOnly From, DateOnly? Until, DateOnly? SupersededOn, DateOnly? RevokedOn)
{
    /// <summary>Whether it was in force on a day: its last day counts, the day it was replaced or revoked does not.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && AsOf(day).HoldsOn(day);

    /// <summary>Whether it is in force on a day and its last day near.</summary>
    public bool EndsSoonAfter(DateOnly day) => AsOf(day).On(day) == CertificateState.Expiring;

    private CertificateStanding AsOf(DateOnly day) => new(Until, IsSuperseded: SupersededOn <= day, IsRevoked: RevokedOn <= day);
}

/// <summary>What a person's certificates for one certification come to.</summary>
/// <param name="Holding">What they have.</param>
/// <param name="Certificate">The one that says so: the one in force, or else the newest by then; null when there was none.</param>
public sealed record Held(Holding Holding, DatedCertificate? Certificate)
{
    /// <summary>What stands in for a certificate; null where one is in force, or nothing does.</summary>
    public StandIn? Instead { get; init; }

    /// <summary>Whether nothing is missing: certified, or what stands in for it.</summary>
    public bool IsEnough => Holding is Holding.Held or Holding.EndsSoon or Holding.Waived or Holding.External;

    /// <summary>
    /// As of a day, from what had been issued, replaced and revoked by then: nothing that happened later counts. Days are the organisation's own;
    /// on the day of a revocation nobody is certified, at whatever hour it came.
    /// </summary>
    /// <param name="certificates">All the person has had of this certification.</param>
    /// <param name="day">The day asked about.</param>
    /// <param name="waits">Whether one is earned and cannot be drawn yet.</param>
    /// <param name="standIns">What may stand in where none is in force.</param>
    public static Held On(IEnumerable<DatedCertificate> certificates, DateOnly day, bool waits = false, IEnumerable<StandIn>? standIns = null)
    {
        var known = certificates.Where(certificate => certificate.From <= day).OrderByDescending(certificate => certificate.Issue).ToArray();
        if (Array.Find(known, certificate => certificate.HoldsOn(day)) is { } held)
            return new Held(held.EndsSoonAfter(day) ? Holding.EndsSoon : Holding.Held, held);
        if (waits)
            return new Held(Holding.Waiting, known.FirstOrDefault());
        if (standIns?.Where(one => one.HoldsOn(day)).MinBy(one => one.Kind) is { } instead)
            return new Held(instead.Kind, known.FirstOrDefault()) { Instead = instead };
        return known switch
        {
            [] => new Held(Holding.Missing, null),
            [var newest, ..] => new Held(newest.RevokedOn <= day ? Holding.Revoked : Holding.Expired, newest),
        };
    }
}
