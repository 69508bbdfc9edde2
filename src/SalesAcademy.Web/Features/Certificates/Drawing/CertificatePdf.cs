using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>Writes a laid-out page as PDF: faces subset to the page's characters, text as text, artwork as curves.</summary>
internal static class CertificatePdf
{
    private const float PointsPerMillimetre = 72 / 25.4f;
    private const double RuleWidth = 0.2;

    // Each letter's place is written out: in hundredths of a millimetre, which no eye tells apart, in one digit less.
    private const int LetterUnit = 10;

    public static byte[] Write(CertificatePage page, CertificateText text, Artwork artwork, byte[] shared) =>
        Write([page], Metadata(text), CertificateWords.LanguageTag(text.Language), artwork, shared);

    /// <param name="pages">Of one size or several.</param>
    /// <param name="metadata">What the file says of itself.</param>
    /// <param name="languageTag">Of its words, for screen readers.</param>
    /// <param name="artwork">What lies under the words of the first page.</param>
    /// <param name="shared">The shared part of it as a form; null to draw it here.</param>
    public static byte[] Write(IReadOnlyList<CertificatePage> pages, SKDocumentPdfMetadata metadata, string languageTag, Artwork artwork, byte[]? shared = null)
    {
        var faces = Subset(pages);
        var pdf = Raw(metadata, document =>
        {
            foreach (var page in pages)
                Page(document, page.Width, page.Height, canvas =>
                {
                    if (page == pages[0])
                        Draw(canvas, page, artwork, isShared: shared is not null);
                    Draw(canvas, page, faces);
                });
        });
        var inserted = new Dictionary<int, byte[]>();
        if (shared is not null)
            inserted[StandIn.Artwork.Pixels] = shared;
        if (artwork.Logo is { } logo)
            inserted[StandIn.Logo.Pixels] = logo.Image.Packed;
        if (artwork.Code is { } code)
            inserted[StandIn.Code.Pixels] = code.Packed();
        return PdfPacking.Pack(pdf, languageTag, inserted);
    }

    public static float Points(double millimetres) => (float)millimetres * PointsPerMillimetre;

    /// <summary>A document as Skia writes it.</summary>
    public static byte[] Raw(SKDocumentPdfMetadata metadata, Action<SKDocument> drawPages)
    {
        using var stream = new SKDynamicMemoryWStream();
        using (var document = SKDocument.CreatePdf(stream, metadata))
        {
            drawPages(document);
            document.Close();
        }

        using var data = stream.DetachAsData();
        return data.ToArray();
    }

    /// <summary>A page that is drawn in micrometres.</summary>
    public static void Page(SKDocument document, double width, double height, Action<SKCanvas> draw)
    {
        var canvas = document.BeginPage(Points(width), Points(height));
        canvas.Scale(PointsPerMillimetre / Micrometres.PerMillimetre);
        draw(canvas);
        document.EndPage();
    }

    private static void Draw(SKCanvas canvas, CertificatePage page, Artwork artwork, bool isShared)
    {
        if (isShared)
            StandIn.Artwork.Place(canvas, new SKRect(0, 0, Micrometres.Of(page.Width), Micrometres.Of(page.Height)));
        else
            artwork.DrawShared(canvas);
        if (artwork.Logo is { } logo)
            StandIn.Logo.Place(canvas, logo.Where);
        if (artwork.Code is { } code)
            StandIn.Code.Place(canvas, code.Where);
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
        canvas.Save();
        canvas.Scale(LetterUnit);
        foreach (var segment in line.Line.Segments)
        {
            var face = faces[segment.Face];
            using var font = new SKFont(face, Micrometres.Of(segment.Em) / LetterUnit) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
            using var builder = new SKTextBlobBuilder();
            builder.AddPositionedRun(
                segment.Glyphs.Select(glyph => face.GetGlyph(glyph.Character.Value)).ToArray(),
                font,
                segment.Glyphs.Select(glyph => new SKPoint(Placed(line.X + glyph.X), Placed(line.Baseline + glyph.Y))).ToArray());
            using var blob = builder.Build();
            canvas.DrawText(blob, 0, 0, ink);
        }

        canvas.Restore();
    }

    private static float Placed(double millimetres) => (float)Math.Round(millimetres * Micrometres.PerMillimetre / LetterUnit);
}
