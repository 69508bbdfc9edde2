using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>A compact JSON Web Signature as it was read; nothing of it is to be believed before a key has been asked.</summary>
internal sealed record SignedText(string Signed, byte[] Signature, string KeyId, JsonElement Payload)
{
    /// <summary>Null for what is no such text, and for one of another kind than this academy signs.</summary>
    public static SignedText? Read(string text)
    {
        try
        {
            var token = new JsonWebToken(text);
            return token.Alg != SecurityAlgorithms.EcdsaSha256 || string.IsNullOrEmpty(token.Kid) ? null : new SignedText(
                $"{token.EncodedHeader}.{token.EncodedPayload}", Base64UrlEncoder.DecodeBytes(token.EncodedSignature), token.Kid,
                JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload)).RootElement);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>A member of a member and so on; null where there is none.</summary>
    public JsonElement? Find(params IEnumerable<string> path)
    {
        JsonElement? at = Payload;
        foreach (var name in path)
            at = at is { ValueKind: JsonValueKind.Object } within && within.TryGetProperty(name, out var found) ? found : null;
        return at;
    }
}
