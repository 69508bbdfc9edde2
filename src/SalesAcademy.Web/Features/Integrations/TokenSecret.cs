using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SalesAcademy.Web.Features.Integrations;

/// <summary>What a token looks like: a beginning by which scanners of leaked secrets know it, and 256 random bits.</summary>
internal static class TokenSecret
{
    public const string Beginning = "sa_";

    private const int Bytes = 32;

    private static readonly int Length = Beginning.Length + Base64Url.GetEncodedLength(Bytes);

    public static string New() => Beginning + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static bool LooksLikeOne(string text) => text.Length == Length && text.StartsWith(Beginning, StringComparison.Ordinal);

    /// <summary>A guess at 256 random bits cannot be tried out from their hash, so a fast one is enough.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Compares in the same time wherever they differ.</summary>
    public static bool IsOf(string token, string hash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(token)), Encoding.ASCII.GetBytes(hash));

    public static string EndingOf(string token) => token[^4..];
}
