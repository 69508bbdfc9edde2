using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>Signs the lists of what was revoked and what was replaced, as they are now (Bitstring Status List 1.0).</summary>
internal sealed class StatusLists(SigningKeys keys, CredentialAddresses addresses, Library library, Clock clock)
{
    /// <summary>How long a list may be relied on by somebody who cannot ask again.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Null for a list that no certificate stands in.</summary>
    public async Task<string?> Sign(DbContext db, StatusPurpose purpose, long list)
    {
        return await SigningKeys.Newest(db) is { } key && list >= 0 && list <= await Last(db) ? await Sign(db, key, purpose, list) : null;
    }

    private async Task<string> Sign(DbContext db, SigningKeyRow key, StatusPurpose purpose, long list)
    {
        var first = list * StatusBits.Length;
        var certificates = db.Set<CertificateRow>().Where(c => c.Serial >= first && c.Serial < first + StatusBits.Length);
        var set = await (purpose == StatusPurpose.Revocation ? certificates.Where(c => c.RevokedAt != null) : certificates.Where(c => c.SupersededBy != null)).Select(c => (int)(c.Serial - first)).ToListAsync();
        var (now, address) = (new DateTimeOffset(clock.Now), addresses.Status(purpose, list));
        return keys.Sign(key, new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
            ["id"] = address,
            ["type"] = new JsonArray("VerifiableCredential", "BitstringStatusListCredential"),
            ["issuer"] = addresses.Issuer,
            ["validFrom"] = CredentialWriting.Instant(now),
            ["validUntil"] = CredentialWriting.Instant(now + Lifetime),
            ["credentialSubject"] = new JsonObject
            {
                ["id"] = $"{address}#list",
                ["type"] = "BitstringStatusList",
                ["statusPurpose"] = purpose.Name(),
                ["encodedList"] = StatusBits.Encode(set),
            },
            ["iss"] = addresses.Issuer,
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
        }.ToJsonString());
    }

    /// <summary>The published keys with every list: all that is needed to verify a certificate where there is no network.</summary>
    public async Task<TrustFile> Trust(DbContext db)
    {
        var published = await db.Set<SigningKeyRow>().OrderBy(key => key.CreatedAt).ToListAsync();
        var (lists, last) = (new List<string>(), await Last(db));
        if (await SigningKeys.Newest(db) is { } key)
            for (var list = 0L; list <= last; list++)
                foreach (var purpose in Enum.GetValues<StatusPurpose>())
                    lists.Add(await Sign(db, key, purpose, list));
        return new TrustFile { Issuer = library.Now.Academy.Name.In(Locales.English).Value, TakenAt = clock.Now, Keys = [.. published.Select(PublicKey.Of)], Status = lists };
    }

    private static async Task<long> Last(DbContext db) => StatusBits.PlaceOf(await db.Set<CertificateRow>().MaxAsync(c => (long?)c.Serial) ?? 0).List;
}
