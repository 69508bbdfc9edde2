using System.Globalization;
using System.Text;
using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>
/// Something that goes into a document as it is, packed once for all documents. Skia can only draw it anew each time; so it is given a picture of a
/// few pixels to place, which is exchanged for this afterwards. Whatever it is, it fills the unit square, as a picture does (ISO 32000-1, 8.9.5).
/// </summary>
internal sealed class StandIn
{
    private readonly SKImage picture;

    /// <param name="pixels">As many as no other one of the document has: it is known by its width.</param>
    private StandIn(int pixels)
    {
        Pixels = pixels;
        using var bitmap = new SKBitmap(new SKImageInfo(pixels, 1, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(Palette.Paper);
        bitmap.SetImmutable();
        picture = SKImage.FromBitmap(bitmap);
    }

    public static StandIn Artwork { get; } = new(1);

    public static StandIn Logo { get; } = new(2);

    public static StandIn Code { get; } = new(3);

    public int Pixels { get; }

    public void Place(SKCanvas canvas, SKRect where) => canvas.DrawImage(picture, where);

    /// <summary>Whose place an object of the document keeps; 0 for any other.</summary>
    public static int PixelsOf(ReadOnlySpan<byte> body)
    {
        var dictionary = body[..Math.Max(body.IndexOf("stream\n"u8), 0)];
        return dictionary.IndexOf("/Subtype /Image"u8) < 0 ? 0 : PdfPacking.Number(Encoding.Latin1.GetString(dictionary), "/Width ");
    }

    /// <summary>A stream as it stands between "n 0 obj" and "endobj".</summary>
    public static byte[] Stream(string entries, ReadOnlySpan<byte> packed) =>
        [.. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<<{entries} /Filter /FlateDecode /Length {packed.Length}>> stream\n")), .. packed, .. "\nendstream\n"u8];
}
