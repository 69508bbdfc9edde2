using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SalesAcademy.Web.Shared.Access;

/// <summary>What opens something to whoever has it: 256 random bits, of which only a hash is kept.</summary>
internal static class RandomSecret
{
    private const int Bytes = 32;

    /// <summary>Characters of one.</summary>
    public static readonly int Length = Base64Url.GetEncodedLength(Bytes);

    /// <summary>A new one, in letters that an address may have.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A guess at 256 random bits cannot be tried out from their hash, so a fast one is enough.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
