using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>Draws a transcript as a PDF of as many A4 pages as it needs. The same text gives the same bytes; what cannot be set right is refused, as for a certificate.</summary>
internal sealed class TranscriptDrawing(FontLibrary fonts)
{
    private const double Width = 210;
    private const double Height = 297;
    private const double Left = 20;
    private const double Right = Width - 20;
    private const double Bottom = Height - 26;
    private const double LineHeight = 3.8;
    private const double Gutter = 3;
    private const double MarkCentre = 22.4;
    private const double MarkHeight = 8.8;
    private const double MarkGap = 3.2;
    private const double LogoWidth = 36;

    public byte[] Draw(TranscriptText text)
    {
        var pages = new List<CertificatePage> { new(Width, Height) };
        var y = Head(pages[0], text);
        foreach (var table in text.Tables)
            y = Table(pages, table, y);
        Feet(pages, text);
        return CertificatePdf.Write(pages, Metadata(text), CertificateWords.LanguageTag(text.Language), new(canvas => DrawMark(canvas, text), Logo(text), Code: null));
    }

    private static PlacedLogo? Logo(TranscriptText text) => PlacedLogo.Within(text.Logo, LogoWidth, MarkHeight, _ => Left, MarkCentre);

    private static void DrawMark(SKCanvas canvas, TranscriptText text)
    {
        if (text.Logo is null)
            OrganisationMark.Draw(canvas, Left + (MarkHeight / 2), MarkCentre, MarkHeight / 2, Palette.Teal);
    }

    private double Head(CertificatePage page, TranscriptText text)
    {
        var x = (Logo(text)?.Right ?? Left + MarkHeight) + MarkGap;
        page.Write(nameof(text.Organisation), text.Organisation, x, 23.8, new Fitting(Right - x, 7), Style(fonts.SemiBold, 10.5, Palette.Ink));
        page.Write(nameof(text.Title), text.Title, Left, 42, new Fitting(Right - Left, 11), Style(fonts.Medium, 13, Palette.Teal));
        var name = Style(fonts.SemiBold, 22, Palette.Ink);
        var fitted = new Fitting(Right - Left, 13, 9).Fit(nameof(text.Name), text.Name, name);
        var y = 53.0;
        foreach (var line in fitted.Lines)
        {
            page.Write(nameof(text.Name), line, Left, y, fitted.Style);
            y += fitted.Style.Size * Typesetter.MillimetresPerPoint * 1.25;
        }

        y -= 2;
        foreach (var fact in text.Facts)
        {
            page.Write(nameof(text.Facts), fact, Left, y, new Fitting(Right - Left, 6), Style(fonts.Regular, 9, Palette.Soft));
            y += 5;
        }

        return y + 4;
    }

    private double Table(List<CertificatePage> pages, TranscriptTable table, double y)
    {
        y = Room(pages, y, 22);
        pages[^1].Write(nameof(table.Heading), table.Heading, Left, y + 5, Style(fonts.SemiBold, 11, Palette.Ink));
        if (table.Rows.Count == 0)
        {
            pages[^1].Write(nameof(table.Nothing), table.Nothing, Left, y + 11.5, new Fitting(Right - Left, 6), Style(fonts.Regular, 8.5, Palette.Soft));
            return y + 19;
        }

        y = Columns(pages[^1], table, y + 11);
        foreach (var row in table.Rows)
        {
            var cells = Fit(table, row);
            var height = (cells.Max(cell => cell.Lines.Count) * LineHeight) + 3.2;
            if (y + height > Bottom)
                y = Columns(Turn(pages), table, 25);
            y = Row(pages[^1], table, cells, y, height);
        }

        return y + 8;
    }

    private double Columns(CertificatePage page, TranscriptTable table, double y)
    {
        foreach (var (column, left, width) in Places(table))
            page.Write(nameof(table.Columns), column, left, y, new Fitting(width, 5), Style(fonts.Regular, 7.5, Palette.Soft));
        page.Rule(Left, Right, y + 2);
        return y + 2;
    }

    private FittedText[] Fit(TranscriptTable table, IReadOnlyList<string> row) =>
        [.. Places(table).Select((place, i) => row[i].Length == 0 ? new FittedText([], Style(fonts.Regular, 8.5, Palette.Ink)) : new Fitting(place.Width, 7.5, 5).Fit(nameof(table.Rows), Typography.Tidy(row[i]), Style(i == 0 ? fonts.Medium : fonts.Regular, 8.5, Palette.Ink)))];

    private static double Row(CertificatePage page, TranscriptTable table, FittedText[] cells, double y, double height)
    {
        foreach (var ((_, left, _), cell) in Places(table).Zip(cells))
            foreach (var (i, line) in cell.Lines.Index())
                page.Write(nameof(table.Rows), line, left, y + 4.4 + (i * LineHeight), cell.Style);
        return y + height;
    }

    /// <summary>Each column with where it begins and how wide it is.</summary>
    private static IEnumerable<(string Heading, double Left, double Width)> Places(TranscriptTable table)
    {
        var left = Left;
        foreach (var (heading, share) in table.Columns)
        {
            var width = (Right - Left) * share;
            yield return (heading, left, width - Gutter);
            left += width;
        }
    }

    private void Feet(List<CertificatePage> pages, TranscriptText text)
    {
        foreach (var (i, page) in pages.Index())
        {
            page.Rule(Left, Right, Height - 20);
            page.Write(nameof(text.Basis), text.Basis, Left, Height - 15, new Fitting(Right - Left - 30, 4.5), Style(fonts.Regular, 7.5, Palette.Soft));
            page.WriteBefore(nameof(text.PageOf), text.PageOf(i + 1, pages.Count), Right, Height - 15, new Fitting(28, 5), Style(fonts.Regular, 7.5, Palette.Soft));
        }
    }

    private static double Room(List<CertificatePage> pages, double y, double needed)
    {
        if (y + needed <= Bottom)
            return y;
        Turn(pages);
        return 20;
    }

    private static CertificatePage Turn(List<CertificatePage> pages)
    {
        pages.Add(new CertificatePage(Width, Height));
        return pages[^1];
    }

    private static TextStyle Style(FontPair face, double size, SKColor colour) => new(face, size, colour) { HanTracking = 0.02, HanScale = 0.98, AlignsByInk = false };

    private static SKDocumentPdfMetadata Metadata(TranscriptText text)
    {
        var day = text.AsOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return SKDocumentPdfMetadata.Default with { Title = $"{text.Title} – {text.Name}", Author = text.Organisation, Subject = text.Basis, Creator = "SalesAcademy", Creation = day, Modified = day };
    }
}
