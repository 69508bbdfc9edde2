using System.Buffers.Binary;

namespace SalesAcademy.Content.Courses;

/// <summary>Recognises PNG, JPEG and WebP by their first bytes and reads the size where it stands at a fixed place.</summary>
internal static class PixelImage
{
    public static bool IsOf(string type, ReadOnlySpan<byte> bytes) => type switch
    {
        "image/png" => bytes.Length > 24 && bytes[0] == 0x89 && bytes[1..].StartsWith("PNG\r\n\u001a\n"u8),
        "image/webp" => bytes.Length > 16 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8),
        _ => bytes.Length > 4 && bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
    };

    public static (int? Width, int? Height)? Size(string type, ReadOnlySpan<byte> bytes) => type switch
    {
        "image/png" => Known(BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])),
        "image/jpeg" => Jpeg(bytes),
        _ => null,
    };

    // Walks the segments to the frame header (SOF0 to SOF15 without the tables DHT, JPG and DAC), which begins with the size.
    private static (int?, int?)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]))
            if (bytes[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return Known(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
        return null;
    }

    private static (int?, int?)? Known(int width, int height) => width > 0 && height > 0 ? (width, height) : null;
}
