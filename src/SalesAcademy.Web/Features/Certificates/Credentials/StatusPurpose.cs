namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>What a set bit of a status list says of a credential (Bitstring Status List 1.0).</summary>
internal enum StatusPurpose
{
    /// <summary>It was revoked, for ever.</summary>
    Revocation,

    /// <summary>A newer one has taken its place.</summary>
    Refresh,
}

internal static class StatusPurposes
{
    public static string Name(this StatusPurpose purpose) => purpose == StatusPurpose.Revocation ? "revocation" : "refresh";

    public static StatusPurpose? Read(string name) => name switch
    {
        "revocation" => StatusPurpose.Revocation,
        "refresh" => StatusPurpose.Refresh,
        _ => null,
    };
}
