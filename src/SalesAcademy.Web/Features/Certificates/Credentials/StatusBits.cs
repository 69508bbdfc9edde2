using System.IO.Compression;
using Microsoft.IdentityModel.Tokens;

namespace SalesAcademy.Web.Features.Certificates.Credentials;

/// <summary>A string of bits, one for each certificate in the order of issue, as Bitstring Status List 1.0 writes it: the first bit leftmost, gzip, multibase base64url.</summary>
internal static class StatusBits
{
    /// <summary>Bits of a list: the least the standard allows, so that fetching one does not tell whose certificate is being verified.</summary>
    public const int Length = 131_072;

    private const char Multibase = 'u';

    /// <summary>The list a certificate stands in, from 0, and its place there.</summary>
    public static (long List, int Index) PlaceOf(long serial) => Math.DivRem(serial, Length) is var (list, index) ? (list, (int)index) : default;

    public static string Encode(IEnumerable<int> set)
    {
        var bits = new byte[Length / 8];
        foreach (var index in set)
            bits[index / 8] |= (byte)(0x80 >> (index % 8));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(bits);
        return Multibase + Base64UrlEncoder.Encode(packed.ToArray());
    }

    /// <summary>Whether the bit is set; null for a list that cannot be read or has no such place.</summary>
    public static bool? IsSet(string encoded, int index)
    {
        if (encoded is not [Multibase, ..] || index is < 0 or >= Length)
            return null;
        try
        {
            using var gzip = new GZipStream(new MemoryStream(Base64UrlEncoder.DecodeBytes(encoded[1..])), CompressionMode.Decompress);
            var bits = new byte[Length / 8];
            gzip.ReadExactly(bits);
            return (bits[index / 8] & (0x80 >> (index % 8))) != 0;
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }
}
