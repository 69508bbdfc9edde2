using System.Security.Cryptography;
using System.Text;

namespace SalesAcademy.Content;

/// <summary>How content is named: SHA-256 in lower-case hex.</summary>
public static class ContentHash
{
    /// <summary>The hash of the bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The hash of what is left of a stream, read piece by piece.</summary>
    public static string Of(Stream stream) => Convert.ToHexStringLower(SHA256.HashData(stream));

    internal static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));
}
