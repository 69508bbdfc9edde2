using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>
/// Artwork as a form (ISO 32000-1, 8.10): drawn once by Skia on a page of its own, and packed once. It names no other object, so that it is the same in
/// every document and stands once in a merged one.
/// </summary>
internal static partial class PdfForm
{
    /// <summary>The stream of the form, which fills the unit square.</summary>
    /// <param name="width">Of the page, in millimetres.</param>
    /// <param name="height">In millimetres.</param>
    /// <param name="draw">What is on it, in micrometres.</param>
    public static byte[] Of(double width, double height, Action<SKCanvas> draw)
    {
        var (pointsWide, pointsHigh) = (CertificatePdf.Points(width), CertificatePdf.Points(height));
        var pdf = new SkiaPdf(CertificatePdf.Raw(SKDocumentPdfMetadata.Default, document => CertificatePdf.Page(document, width, height, draw)));
        var page = Enumerable.Range(1, pdf.Size - 1).Select(pdf.Text).First(text => text.Contains("/Type /Page\n", StringComparison.Ordinal));
        var content = Unpacked(pdf.Body(PdfPacking.Number(page, "/Contents ")));
        // Skia counts down from the whole points of a page, so that its bottom lies a fraction of a point off.
        var top = PdfPacking.Number(Encoding.Latin1.GetString(content.AsSpan(0, 32)), "1 0 0 -1 0 ");
        double bottom = top - pointsHigh;
        return StandIn.Stream(
            string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Form /BBox [0 {bottom} {pointsWide} {top}] /Matrix [{1.0 / pointsWide:0.############} 0 0 {1.0 / pointsHigh:0.############} 0 {-bottom / pointsHigh:0.############}] /Resources {Resources(page, pdf)}"),
            PdfPacking.Deflated(content));
    }

    // The states that its commands name, written out where Skia refers to objects of its own.
    private static string Resources(string page, SkiaPdf pdf)
    {
        var start = page.IndexOf("/Resources ", StringComparison.Ordinal) + "/Resources ".Length;
        var (end, depth) = (start, 0);
        do
        {
            depth += page.AsSpan(end, 2) switch { "<<" => 1, ">>" => -1, _ => 0 };
            end += page.AsSpan(end, 2) is "<<" or ">>" ? 2 : 1;
        }
        while (depth > 0);
        return Reference().Replace(page[start..end], match => pdf.Text(int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)).Trim()).Replace('\n', ' ');
    }

    /// <summary>What a stream holds, from behind "n 0 obj" to "endobj".</summary>
    public static byte[] Unpacked(ReadOnlySpan<byte> body)
    {
        var start = body.IndexOf("stream\n"u8) + "stream\n"u8.Length;
        var length = PdfPacking.Number(Encoding.Latin1.GetString(body[..start]), "/Length ");
        using var packed = new ZLibStream(new MemoryStream(body.Slice(start, length).ToArray()), CompressionMode.Decompress);
        using var content = new MemoryStream();
        packed.CopyTo(content);
        return content.ToArray();
    }

    [GeneratedRegex(@"\b(?<number>\d+) 0 R\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
