using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>The public half of a signing key as a JSON Web Key (RFC 7517).</summary>
internal sealed record PublicKey
{
    [JsonPropertyName("kty")]
    public string Type => "EC";

    [JsonPropertyName("crv")]
    public string Curve => "P-256";

    [JsonPropertyName("x")]
    public required string X { get; init; }

    [JsonPropertyName("y")]
    public required string Y { get; init; }

    [JsonPropertyName("use")]
    public string Use => "sig";

    [JsonPropertyName("alg")]
    public string Algorithm => SecurityAlgorithms.EcdsaSha256;

    /// <summary>Its address, as the header of what it has signed names it.</summary>
    [JsonPropertyName("kid")]
    public required string Id { get; init; }

    /// <summary>When it ceased to prove anything; only in the trust file, since readers of key sets know no such member.</summary>
    [JsonPropertyName("distrustedAt"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? DistrustedAt { get; init; }

    public static PublicKey Of(SigningKeyRow row) => new() { X = row.X, Y = row.Y, Id = row.Address, DistrustedAt = row.DistrustedAt };

    /// <summary>SHA-256 of the key's required members in ordinal order, base64url (RFC 7638).</summary>
    public static string Thumbprint(string x, string y) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));

    /// <summary>Whether this key made that signature; a key that is no point of the curve made none.</summary>
    public bool HasSigned(string signed, byte[] signature)
    {
        try
        {
            using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Base64UrlEncoder.DecodeBytes(X), Y = Base64UrlEncoder.DecodeBytes(Y) } });
            return key.VerifyData(Encoding.ASCII.GetBytes(signed), signature, HashAlgorithmName.SHA256);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }
}
