using System.Globalization;
using System.Text.Json;
using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>What a file is worth, and what it says of itself where that can be believed.</summary>
internal sealed record VerifiedFile(Authenticity Authenticity, JsonElement? Credential = null);

/// <summary>Says what a certificate's file is worth by the published keys and status lists alone: no network, no database.</summary>
internal sealed class OfflineVerification(TrustFile trust)
{
    private readonly Dictionary<string, PublicKey> keys = trust.Keys.DistinctBy(key => key.Id).ToDictionary(key => key.Id, StringComparer.Ordinal);

    public VerifiedFile Verify(byte[] file, DateTime now)
    {
        if (CredentialAttachment.Read(file) is not var (document, credential))
            return new(file.AsSpan().IndexOf("/EmbeddedFile"u8) < 0 ? Authenticity.Unsigned : Authenticity.Altered);
        if (SignedText.Read(credential) is not { } signed)
            return new(Authenticity.Altered);
        if (!keys.TryGetValue(signed.KeyId, out var key))
            return new(Authenticity.UnknownKey);
        if (!key.HasSigned(signed.Signed, signed.Signature) || !IsOf(signed, document) || !IsUntouched(file, document, credential))
            return new(Authenticity.Altered);
        if (key.DistrustedAt is not null)
            return new(Authenticity.Distrusted);

        var (isRevoked, revokedUntil) = Status(signed, StatusPurpose.Revocation);
        var (isSuperseded, supersededUntil) = Status(signed, StatusPurpose.Refresh);
        var until = Instant(signed.Find("validUntil"));
        return new(new GenuineCertificate(until, isRevoked, isSuperseded, revokedUntil < supersededUntil ? revokedUntil : supersededUntil).At(now), signed.Payload);
    }

    // The credential names the document it was made for.
    private static bool IsOf(SignedText credential, byte[] document) =>
        credential.Find("relatedResource") is { ValueKind: JsonValueKind.Array } related
        && related.EnumerateArray().Any(resource => resource.TryGetProperty("digestSRI", out var digest) && digest.ValueEquals(CredentialWriting.DigestOf(document)));

    // Even the bytes that hold the two together are decided by them.
    private static bool IsUntouched(byte[] file, byte[] document, string credential)
    {
        try
        {
            return CredentialAttachment.Attach(document, credential).AsSpan().SequenceEqual(file);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidDataException or IndexOutOfRangeException or OverflowException)
        {
            return false;
        }
    }

    // The newest list of the credential's own that one of the keys has signed.
    private (bool? IsSet, DateTime Until) Status(SignedText credential, StatusPurpose purpose)
    {
        if (credential.Find("credentialStatus") is not { ValueKind: JsonValueKind.Array } entries)
            return (null, DateTime.MinValue);
        var entry = entries.EnumerateArray().FirstOrDefault(entry => entry.GetProperty("statusPurpose").ValueEquals(purpose.Name()));
        if (entry.ValueKind != JsonValueKind.Object || !int.TryParse(entry.GetProperty("statusListIndex").GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return (null, DateTime.MinValue);
        var address = entry.GetProperty("statusListCredential").GetString();
        var list = trust.Status.Select(SignedText.Read).OfType<SignedText>()
            .Where(list => list.Find("id") is { ValueKind: JsonValueKind.String } id && id.ValueEquals(address)
                && list.Find("credentialSubject", "statusPurpose") is { } of && of.ValueEquals(purpose.Name())
                && keys.TryGetValue(list.KeyId, out var key) && key.DistrustedAt is null && key.HasSigned(list.Signed, list.Signature))
            .MaxBy(list => Instant(list.Find("validUntil")));
        return list?.Find("credentialSubject", "encodedList")?.GetString() is { } bits ? (StatusBits.IsSet(bits, index), Instant(list.Find("validUntil")) ?? DateTime.MinValue) : (null, DateTime.MinValue);
    }

    private static DateTime? Instant(JsonElement? text) => text is { ValueKind: JsonValueKind.String } said && said.TryGetDateTimeOffset(out var at) ? at.UtcDateTime : null;
}
