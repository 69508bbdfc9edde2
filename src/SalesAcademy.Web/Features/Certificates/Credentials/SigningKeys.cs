using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>The keys that sign certificates: the first is made with the first certificate, the private half never leaves this class.</summary>
internal sealed class SigningKeys(IDataProtectionProvider protection, CredentialAddresses addresses)
{
    private readonly IDataProtector protector = protection.CreateProtector("certificate-keys");

    /// <summary>The key that signs now; made when there is none.</summary>
    public async Task<SigningKeyRow> Current(Entry entry)
    {
        await entry.Hold("certificate-keys");
        return await Newest(entry.Db) ?? entry.Db.Add(Make(entry.Act.At)).Entity;
    }

    /// <summary>Makes another key that signs from now on; what the old one has signed stays as good as it was. Refused while there is none (no-key).</summary>
    public async Task<Decision<SigningKeyRow>> Replace(Entry entry)
    {
        await entry.Hold("certificate-keys");
        if (await Newest(entry.Db) is not { } old)
            return new Refusal("no-key");
        var made = entry.Db.Add(Make(entry.Act.At)).Entity;
        old.RetiredAt = entry.Act.At;
        entry.Record(new SigningKeyReplaced(entry.NewId(), old.Id, made.Id));
        return made;
    }

    /// <summary>Says that somebody else may have a key, and makes another where it is the one that signs. Refused for one there is not (no-key), and the second time (distrusted).</summary>
    public async Task<Decision<SigningKeyRow>> Distrust(Entry entry, string id)
    {
        await entry.Hold("certificate-keys");
        if (await entry.Db.FindAsync<SigningKeyRow>(id) is not { } key)
            return new Refusal("no-key");
        if (key.DistrustedAt is not null)
            return new Refusal("distrusted");
        key.DistrustedAt = entry.Act.At;
        entry.Record(new SigningKeyDistrusted(entry.NewId(), key.Id));
        return key.RetiredAt is null ? await Replace(entry) : key;
    }

    /// <summary>The key that signs now; null while nothing was ever issued.</summary>
    public static Task<SigningKeyRow?> Newest(DbContext db) => db.Set<SigningKeyRow>().Where(key => key.RetiredAt == null).OrderByDescending(key => key.CreatedAt).FirstOrDefaultAsync();

    /// <summary>The payload as a compact JSON Web Signature (ES256).</summary>
    public string Sign(SigningKeyRow key, string payload)
    {
        using var secret = ECDsa.Create();
        secret.ImportPkcs8PrivateKey(Convert.FromBase64String(protector.Unprotect(key.Hidden)), out _);
        // Without a cache the library keeps no provider of a key that is disposed here.
        var credentials = new SigningCredentials(new ECDsaSecurityKey(secret) { KeyId = key.Address }, SecurityAlgorithms.EcdsaSha256)
        {
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(payload, credentials);
    }

    private SigningKeyRow Make(DateTime now)
    {
        using var secret = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = secret.ExportParameters(includePrivateParameters: false).Q;
        var (x, y) = (Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
        var id = PublicKey.Thumbprint(x, y);
        return new SigningKeyRow
        {
            Id = id,
            Address = addresses.Key(id),
            X = x,
            Y = y,
            CreatedAt = now,
            Hidden = protector.Protect(Convert.ToBase64String(secret.ExportPkcs8PrivateKey())),
        };
    }
}
