namespace SalesAcademy.Domain.Certificates;

/// <summary>What a certificate is worth on a day; each certificate is in exactly one of these.</summary>
public enum CertificateState
{
    /// <summary>In force, and for more than the days of notice.</summary>
    Valid,

    /// <summary>In force, its last day within the days of notice.</summary>
    Expiring,

    /// <summary>Its last day has passed.</summary>
    Expired,

    /// <summary>Withdrawn by the issuer.</summary>
    Revoked,

    /// <summary>Replaced by a newer one.</summary>
    Superseded,
}

/// <summary>What decides the state of a certificate: revoked outweighs superseded, and both outweigh the calendar.</summary>
/// <param name="Until">Last valid day; null for ever.</param>
/// <param name="IsSuperseded">Whether a newer certificate has replaced it.</param>
/// <param name="IsRevoked">Whether it was withdrawn.</param>
public sealed record CertificateStanding(DateOnly? Until, bool IsSuperseded, bool IsRevoked)
{
    /// <summary>Days of notice before the end.</summary>
    public const int DaysOfNotice = 30;

    /// <summary>The state on a day; the last valid day is still valid.</summary>
    public CertificateState On(DateOnly day) => this switch
    {
        { IsRevoked: true } => CertificateState.Revoked,
        { IsSuperseded: true } => CertificateState.Superseded,
        { Until: { } until } when until < day => CertificateState.Expired,
        { Until: { } until } when until <= day.AddDays(DaysOfNotice) => CertificateState.Expiring,
        _ => CertificateState.Valid,
    };

    /// <summary>Whether it is in force on a day.</summary>
    public bool HoldsOn(DateOnly day) => On(day) is CertificateState.Valid or CertificateState.Expiring;
}
