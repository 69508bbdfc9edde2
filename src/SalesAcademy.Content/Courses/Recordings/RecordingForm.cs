namespace SalesAcademy.Content.Courses.Recordings;

/// <summary>Recognises recordings by their first bytes.</summary>
internal static class RecordingForm
{
    private const int HeaderBytes = 64;

    public static bool IsOf(string extension, ReadOnlySpan<byte> bytes)
    {
        var header = bytes[..Math.Min(bytes.Length, HeaderBytes)];
        return header.Length > 16 && extension switch
        {
            // Matroska and WebM share the EBML mark; the document type tells them apart.
            ".webm" => header.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) && header.IndexOf("webm"u8) > 0,
            ".mp4" => header[4..].StartsWith("ftyp"u8),
            ".ogg" or ".opus" => header.StartsWith("OggS"u8),
            // A tag, or at once a frame of MPEG audio layer III: eleven set bits, the layer in two bits of the second byte.
            ".mp3" => header.StartsWith("ID3"u8) || (header[0] == 0xFF && (header[1] & 0xE6) == 0xE2),
            _ => false,
        };
    }
}
