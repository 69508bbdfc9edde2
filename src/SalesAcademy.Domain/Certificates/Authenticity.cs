namespace SalesAcademy.Domain.Certificates;

/// <summary>What can be said of a certificate's file without asking its issuer; each file is in exactly one of these.</summary>
public enum Authenticity
{
    /// <summary>Genuine and in force.</summary>
    Valid,

    /// <summary>Genuine, its last day has passed.</summary>
    Expired,

    /// <summary>Genuine, and withdrawn by the issuer.</summary>
    Revoked,

    /// <summary>Genuine, and replaced by a newer one.</summary>
    Superseded,

    /// <summary>Signed by a key that is not among the published ones.</summary>
    UnknownKey,

    /// <summary>Signed by a key that somebody else may have; only its issuer can say whether it is genuine.</summary>
    Distrusted,

    /// <summary>Not, or no longer, what was signed.</summary>
    Altered,

    /// <summary>Genuine, but what is known of revocations is too old to say more.</summary>
    Stale,

    /// <summary>It carries no credential: no certificate, or one from before certificates were signed.</summary>
    Unsigned,
}

/// <summary>What was found out about a file that is genuine.</summary>
/// <param name="Until">The last instant of validity, UTC; null for ever.</param>
/// <param name="IsRevoked">Null when no list of revocations tells of it.</param>
/// <param name="IsSuperseded">Null when no list of replacements tells of it.</param>
/// <param name="ListsHoldUntil">Until when those lists may be relied on, UTC.</param>
public sealed record GenuineCertificate(DateTime? Until, bool? IsRevoked, bool? IsSuperseded, DateTime ListsHoldUntil)
{
    /// <summary>
    /// What it is worth at an instant. As for the issuer, revoked outweighs superseded, and both outweigh the calendar. A revocation is never
    /// taken back, so an old list that tells of one is still believed; an old list that tells of none says nothing.
    /// </summary>
    public Authenticity At(DateTime now) => this switch
    {
        { IsRevoked: true } => Authenticity.Revoked,
        { IsRevoked: null } or { IsSuperseded: null } => Authenticity.Stale,
        _ when ListsHoldUntil < now => Authenticity.Stale,
        { IsSuperseded: true } => Authenticity.Superseded,
        { Until: { } until } when until < now => Authenticity.Expired,
        _ => Authenticity.Valid,
    };
}
