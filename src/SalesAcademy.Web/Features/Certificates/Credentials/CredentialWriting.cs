using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>
/// Writes what is signed: the certificate as an Open Badges 3.0 credential, which is a W3C Verifiable Credential 2.0. It names the hash of
/// the drawn document, so that neither says anything the other does not.
/// </summary>
internal sealed class CredentialWriting(CredentialAddresses addresses, Clock clock)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonArray Context => ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

    /// <param name="document">The drawn document, before the credential is attached.</param>
    public string Of(CertificateRow row, Certification certification, Academy academy, byte[] document)
    {
        var (id, from) = ($"urn:uuid:{row.Id}", StartOf(row.From));
        var until = row.Until is { } last ? StartOf(last.AddDays(1)).AddSeconds(-1) : (DateTimeOffset?)null;
        var credential = new JsonObject
        {
            ["@context"] = Context,
            ["id"] = id,
            ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
            ["name"] = row.TitleEnglish,
            ["issuer"] = Issuer(addresses, academy),
            ["validFrom"] = Instant(from),
            ["credentialSubject"] = Subject(row, certification),
            ["relatedResource"] = new JsonArray(new JsonObject { ["id"] = addresses.Verification(row.Code), ["mediaType"] = "application/pdf", ["digestSRI"] = DigestOf(document) }),
            ["credentialStatus"] = new JsonArray(Status(row, StatusPurpose.Revocation), Status(row, StatusPurpose.Refresh)),
            // The names of the same things in a plain token (RFC 7519).
            ["iss"] = addresses.Issuer,
            ["jti"] = id,
            ["nbf"] = from.ToUnixTimeSeconds(),
        };
        if (until is { } end)
            (credential["validUntil"], credential["exp"]) = (Instant(end), end.ToUnixTimeSeconds());
        return credential.ToJsonString(Plain);
    }

    public static string DigestOf(ReadOnlySpan<byte> document) => $"sha256-{Convert.ToBase64String(SHA256.HashData(document))}";

    public static JsonObject Issuer(CredentialAddresses addresses, Academy academy) => new()
    {
        ["id"] = addresses.Issuer,
        ["type"] = new JsonArray("Profile"),
        ["name"] = academy.Name.In(Locales.English).Value,
    };

    public static JsonObject Achievement(CredentialAddresses addresses, string certification, string titleEnglish, Localised<string> statement) => new()
    {
        ["id"] = addresses.Achievement(certification),
        ["type"] = new JsonArray("Achievement"),
        ["achievementType"] = "Certification",
        ["name"] = titleEnglish,
        ["description"] = $"{statement.In(Locales.English).Value} {titleEnglish}",
        ["criteria"] = new JsonObject { ["narrative"] = $"{statement.In(Locales.English).Value} {titleEnglish}" },
    };

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private JsonObject Subject(CertificateRow row, Certification certification) => new()
    {
        ["type"] = new JsonArray("AchievementSubject"),
        ["identifier"] = new JsonArray([.. new[] { row.Name, row.LatinName }.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => (JsonNode)new JsonObject
        {
            ["type"] = "IdentityObject", ["identityType"] = "name", ["hashed"] = false, ["identityHash"] = name,
        })]),
        ["achievement"] = Achievement(addresses, certification.Id, row.TitleEnglish, certification.Statement),
        ["licenseNumber"] = row.Number,
    };

    private JsonObject Status(CertificateRow row, StatusPurpose purpose)
    {
        var (list, index) = StatusBits.PlaceOf(row.Serial);
        var place = index.ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["id"] = $"{addresses.Status(purpose, list)}#{place}",
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = purpose.Name(),
            ["statusListIndex"] = place,
            ["statusListCredential"] = addresses.Status(purpose, list),
        };
    }

    // A day begins where the organisation is.
    private DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (clock.Zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        return new DateTimeOffset(local, clock.Zone.GetUtcOffset(local));
    }
}
