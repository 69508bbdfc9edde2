using System.Text.Json.Serialization;

namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>What somebody fetches once to verify certificates without a network. Its keys member makes it a key set too (RFC 7517).</summary>
internal sealed record TrustFile
{
    [JsonPropertyName("issuer")]
    public required string Issuer { get; init; }

    [JsonPropertyName("takenAt")]
    public required DateTime TakenAt { get; init; }

    [JsonPropertyName("keys")]
    public required IReadOnlyList<PublicKey> Keys { get; init; }

    /// <summary>Signed status lists.</summary>
    [JsonPropertyName("status")]
    public required IReadOnlyList<string> Status { get; init; }
}
