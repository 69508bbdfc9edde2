using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>Writes a laid-out page as PDF: faces subset to the page's characters, text as text, artwork as curves.</summary>
internal static class CertificatePdf
{
    private const float PointsPerMillimetre = 72 / 25.4f;
    private const double RuleWidth = 0.2;

    public static byte[] Write(CertificatePage page, CertificateText text, Action<SKCanvas> drawArtwork) =>
        Write([page], Metadata(text), CertificateWords.LanguageTag(text.Language), drawArtwork);

    /// <param name="pages">Of one size or several.</param>
    /// <param name="metadata">What the file says of itself.</param>
    /// <param name="languageTag">Of its words, for screen readers.</param>
    /// <param name="drawArtwork">Draws what lies under the words of the first page.</param>
    public static byte[] Write(IReadOnlyList<CertificatePage> pages, SKDocumentPdfMetadata metadata, string languageTag, Action<SKCanvas> drawArtwork)
    {
        var faces = Subset(pages);
        try
        {
            using var stream = new SKDynamicMemoryWStream();
            using (var document = SKDocument.CreatePdf(stream, metadata))
            {
                foreach (var page in pages)
                {
                    var canvas = document.BeginPage((float)page.Width * PointsPerMillimetre, (float)page.Height * PointsPerMillimetre);
                    canvas.Scale(PointsPerMillimetre / Micrometres.PerMillimetre);
                    if (page == pages[0])
                        drawArtwork(canvas);
                    Draw(canvas, page, faces);
                    document.EndPage();
                }

                document.Close();
            }
            using var data = stream.DetachAsData();
            return PdfPacking.Pack(data.ToArray(), languageTag);
        }
        finally
        {
            foreach (var face in faces.Values)
                face.Dispose();
        }
    }

    internal static void Draw(SKCanvas canvas, CertificatePage page, Dictionary<FontFace, SKTypeface> faces)
    {
        DrawRules(canvas, page.Rules);
        foreach (var line in page.Lines)
            DrawLine(canvas, line, faces);
        if (page.VerificationLink is { } link)
            canvas.DrawUrlAnnotation(new SKRect(Micrometres.Of(link.Left), Micrometres.Of(link.Top), Micrometres.Of(link.Right), Micrometres.Of(link.Bottom)), link.Address);
    }

    internal static Dictionary<FontFace, SKTypeface> Subset(IReadOnlyList<CertificatePage> pages) =>
        pages.SelectMany(page => page.Lines).SelectMany(line => line.Line.Segments)
            .GroupBy(segment => segment.Face)
            .ToDictionary(segments => segments.Key, segments => segments.Key.Subset(segments.SelectMany(segment => segment.Glyphs).Select(glyph => glyph.Character)));

    private static SKDocumentPdfMetadata Metadata(CertificateText text)
    {
        var issued = text.Issued.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var reader = text.Language == CertificateLanguage.English ? CertificateLanguage.English : CertificateLanguage.Chinese;
        // PDF/A is left off: Skia would write a random document id, and the same text would no longer give the same bytes.
        return SKDocumentPdfMetadata.Default with
        {
            Title = $"{text.Title.In(reader)} – {text.Holder.In(reader)}",
            Author = text.Organisation.In(reader),
            Subject = text.Course.In(reader),
            Keywords = text.Number,
            Creator = "SalesAcademy",
            Creation = issued,
            Modified = issued,
        };
    }

    private static void DrawRules(SKCanvas canvas, IReadOnlyList<PlacedRule> rules)
    {
        using var ink = new SKPaint { Style = SKPaintStyle.Stroke, StrokeWidth = Micrometres.Of(RuleWidth), Color = Palette.Ink, IsAntialias = true };
        foreach (var rule in rules)
            canvas.DrawLine(Micrometres.Of(rule.From), Micrometres.Of(rule.Y), Micrometres.Of(rule.To), Micrometres.Of(rule.Y), ink);
    }

    private static void DrawLine(SKCanvas canvas, PlacedLine line, Dictionary<FontFace, SKTypeface> faces)
    {
        using var ink = new SKPaint { Color = line.Colour, IsAntialias = true };
        foreach (var segment in line.Line.Segments)
        {
            var face = faces[segment.Face];
            using var font = new SKFont(face, Micrometres.Of(segment.Em)) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
            using var builder = new SKTextBlobBuilder();
            builder.AddPositionedRun(
                segment.Glyphs.Select(glyph => face.GetGlyph(glyph.Character.Value)).ToArray(),
                font,
                segment.Glyphs.Select(glyph => new SKPoint(Micrometres.Of(line.X + glyph.X), Micrometres.Of(line.Baseline + glyph.Y))).ToArray());
            using var blob = builder.Build();
            canvas.DrawText(blob, 0, 0, ink);
        }
    }
}
