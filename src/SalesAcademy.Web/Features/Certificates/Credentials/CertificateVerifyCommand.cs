using System.Text.Json;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Commands;

namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>Verifies a certificate's file anywhere, without network and database, by a trust file that was fetched before.</summary>
internal sealed class CertificateVerifyCommand(Clock clock) : ICommand
{
    private const int LargestFile = 16 * 1024 * 1024;

    public string Name => "certificate verify";

    public string Usage => $"FILE.pdf --trust TRUST.json - say what a certificate is worth by what {CredentialsController.TrustAddress} of its issuer published; "
        + "exit code 0 valid, 10 expired, 11 revoked, 12 superseded, 13 unknown key, 14 altered, 15 trust file too old, 16 no signed certificate, 17 key no longer trusted";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, ["trust"], []);
        var fault = read.Fault ?? read.Missing("trust") ?? (read.Words.Count == 1 ? null : "Name one file.");
        if (fault is null && await Read(read.Words[0]) is var (file, unread))
        {
            fault = unread;
            if (file is not null && await Trust(read["trust"]) is var (trust, distrusted))
            {
                fault = distrusted;
                if (trust is not null)
                    return Say(new OfflineVerification(trust).Verify(file, clock.Now), trust);
            }
        }

        await Console.Error.WriteLineAsync($"{fault} {Name} {Usage}");
        return 2;
    }

    private static async Task<(byte[]? File, string? Fault)> Read(string path)
    {
        var file = new FileInfo(path);
        return !file.Exists ? (null, $"There is no file {path}.")
            : file.Length > LargestFile ? (null, $"{path} is larger than any certificate.")
            : (await File.ReadAllBytesAsync(path), null);
    }

    private static async Task<(TrustFile? Trust, string? Fault)> Trust(string path)
    {
        if (!File.Exists(path))
            return (null, $"There is no file {path}.");
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<TrustFile>(file) is { Keys: not null, Status: not null } trust ? (trust, null) : (null, $"{path} is no trust file.");
        }
        catch (JsonException e)
        {
            return (null, $"{path} is no trust file: {e.Message}");
        }
    }

    private static int Say(VerifiedFile verified, TrustFile trust)
    {
        var (code, words) = verified.Authenticity switch
        {
            Authenticity.Valid => (0, "Valid"),
            Authenticity.Expired => (10, "Expired"),
            Authenticity.Revoked => (11, "Revoked by its issuer"),
            Authenticity.Superseded => (12, "Superseded by a newer certificate"),
            Authenticity.UnknownKey => (13, "Signed by a key that the trust file does not know"),
            Authenticity.Distrusted => (17, "Signed by a key that is no longer trusted; ask its issuer by the code on it"),
            Authenticity.Altered => (14, "Altered: not what was signed"),
            Authenticity.Stale => (15, "Genuine, but the trust file is too old to know of revocations; fetch it again"),
            _ => (16, "Carries no signed certificate"),
        };
        Console.WriteLine($"{words}.");
        if (verified.Credential is { } credential)
        {
            var subject = credential.GetProperty("credentialSubject");
            Console.WriteLine($"  {string.Join(" / ", subject.GetProperty("identifier").EnumerateArray().Select(name => name.GetProperty("identityHash").GetString()))}");
            Console.WriteLine($"  {credential.GetProperty("name").GetString()}, {subject.GetProperty("licenseNumber").GetString()}, issued by {credential.GetProperty("issuer").GetProperty("name").GetString()}");
            Console.WriteLine($"  from {credential.GetProperty("validFrom").GetString()} until {(credential.TryGetProperty("validUntil", out var until) ? until.GetString() : "further notice")}");
            Console.WriteLine($"  by the trust file of {trust.TakenAt:u}");
        }

        return code;
    }
}
