namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>What a file that was sent in is, by its content: a PDF or an image, and nothing else, whatever it is called.</summary>
internal static class ExternalFile
{
    // Readers of PDF look for the end in the last kilobyte.
    private const int Tail = 1024;

    /// <summary>Null for anything else.</summary>
    public static string? MediaTypeOf(ReadOnlySpan<byte> content) => content switch
    {
        _ when content.StartsWith("%PDF-1."u8) || content.StartsWith("%PDF-2."u8) => content[^Math.Min(Tail, content.Length)..].IndexOf("%%EOF"u8) >= 0 ? "application/pdf" : null,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, _, _, _, _, (byte)'I', (byte)'H', (byte)'D', (byte)'R', ..] => content.IndexOf("IEND"u8) >= 0 ? "image/png" : null,
        [0xFF, 0xD8, 0xFF, ..] => content[^2..] is [0xFF, 0xD9] ? "image/jpeg" : null,
        _ => null,
    };

    public static string Extension(string mediaType) => mediaType switch { "application/pdf" => "pdf", "image/png" => "png", _ => "jpg" };
}
