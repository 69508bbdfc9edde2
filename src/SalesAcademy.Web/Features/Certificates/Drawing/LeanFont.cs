using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>
/// A face as Skia embeds it, without what no viewer of a PDF reads: its characters are found by number, and which letters they stand for, what the face
/// is called and how it is measured stand in the document itself (ISO 32000-1, 9.9). A twentieth of a certificate.
/// </summary>
internal static class LeanFont
{
    private const int Header = 12;
    private const int Entry = 16;
    private const int ChecksumAdjustment = 8;
    private const uint WholeSum = 0xB1B0AFBA;
    private static readonly string[] Needed = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    // Most faces of a certificate have the characters they had in the one before.
    private static readonly Remembered<string, byte[]> Made = new(64);

    public static bool IsOne(ReadOnlySpan<byte> body) => body[..Math.Min(body.Length, 64)].IndexOf("/Length1 "u8) >= 0;

    /// <param name="body">The stream of a face, from behind "n 0 obj" to "endobj".</param>
    public static byte[] Of(ReadOnlySpan<byte> body)
    {
        var stream = body.ToArray();
        return Made.Of(Convert.ToHexString(SHA256.HashData(stream)), _ => Lean(stream));
    }

    private static byte[] Lean(byte[] stream)
    {
        var font = Without(PdfForm.Unpacked(stream));
        return StandIn.Stream($"/Length1 {font.Length}", PdfPacking.Deflated(font));
    }

    private static byte[] Without(ReadOnlySpan<byte> font)
    {
        var tables = new List<(byte[] Entry, byte[] Content)>();
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(font[4..]); i++)
        {
            var entry = font.Slice(Header + (Entry * i), Entry);
            if (Needed.Contains(Encoding.ASCII.GetString(entry[..4]), StringComparer.Ordinal))
                tables.Add((entry.ToArray(), font.Slice(BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..])).ToArray()));
        }

        var at = Header + (Entry * tables.Count);
        var lean = new byte[at + tables.Sum(table => Padded(table.Content.Length))];
        font[..4].CopyTo(lean);
        WriteCounts(lean.AsSpan(4), (ushort)tables.Count);
        var head = 0;
        foreach (var (i, (entry, content)) in tables.Index())
        {
            BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(8), at);
            entry.CopyTo(lean, Header + (Entry * i));
            content.CopyTo(lean, at);
            if (entry.AsSpan().StartsWith("head"u8))
                head = at;
            at += Padded(content.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(lean.AsSpan(head + ChecksumAdjustment), 0);
        var sum = 0u;
        for (var i = 0; i < lean.Length; i += 4)
            sum += BinaryPrimitives.ReadUInt32BigEndian(lean.AsSpan(i));
        BinaryPrimitives.WriteUInt32BigEndian(lean.AsSpan(head + ChecksumAdjustment), WholeSum - sum);
        return lean;
    }

    // How many tables there are, and the figures to search them by halves (OpenType, table directory).
    private static void WriteCounts(Span<byte> to, ushort count)
    {
        var power = (ushort)System.Numerics.BitOperations.Log2(count);
        BinaryPrimitives.WriteUInt16BigEndian(to, count);
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], (ushort)(Entry << power));
        BinaryPrimitives.WriteUInt16BigEndian(to[4..], power);
        BinaryPrimitives.WriteUInt16BigEndian(to[6..], (ushort)((Entry * count) - (Entry << power)));
    }

    private static int Padded(int length) => (length + 3) / 4 * 4;
}
