using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>A body that was read: what it says, or why it cannot be taken.</summary>
/// <param name="Value">What it says; null with a problem.</param>
/// <param name="Problem">Why not.</param>
/// <param name="Fingerprint">SHA-256 of method, address and bytes: tells a call sent again from another under the same key.</param>
internal sealed record Body<T>(T? Value, Problem? Problem, string Fingerprint)
    where T : class;

/// <summary>Reads bodies: JSON of the expected shape and size, and nothing besides.</summary>
internal static class Body
{
    public const int UsualBytes = 64 * 1024;

    public static async Task<Body<T>> Read<T>(HttpRequest request, int mostBytes, CancellationToken cancellation)
        where T : class
    {
        if (!request.HasJsonContentType())
            return new(null, Problems.JsonNeeded, "");
        if (await Bytes(request, mostBytes, cancellation) is not { } bytes)
            return new(null, Problems.TooLarge, "");
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"), .. bytes]));
        try
        {
            var value = JsonSerializer.Deserialize<T>(bytes, ApiJson.Options);
            return value is null ? new(null, Problems.Unreadable, fingerprint) : new(value, null, fingerprint);
        }
        catch (JsonException e)
        {
            return new(null, Problems.Unreadable with { Errors = [JsonPlace.Of(e)] }, fingerprint);
        }
    }

    private static async Task<byte[]?> Bytes(HttpRequest request, int most, CancellationToken cancellation)
    {
        if (request.ContentLength > most)
            return null;
        using var bytes = new MemoryStream();
        var piece = new byte[8 * 1024];
        while (await request.Body.ReadAsync(piece, cancellation) is > 0 and var read)
        {
            if (bytes.Length + read > most)
                return null;
            bytes.Write(piece, 0, read);
        }

        return bytes.ToArray();
    }
}
