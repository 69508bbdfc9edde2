using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The line work of the Classic arrangement: strands that swing about a rounded rectangle, and about a circle.</summary>
internal static class ClassicLineWork
{
    private const int FrameStrands = 6;
    private const int SealStrands = 4;
    private const int SealPeriods = 40;
    private const double Strand = 0.11;
    private const double Strong = 0.18;
    private const double Fine = 0.09;

    public static void Frame(SKCanvas canvas, Sheet paper, PageDesign design)
    {
        var (inset, radius, wave) = (design.Of("frame.inset"), design.Of("frame.radius"), design.Of("frame.wave"));
        var outline = new RoundedOutline(paper.Width, paper.Height, inset, radius);
        var periods = 2 * (int)Math.Round(outline.Length / design.Of("frame.period") / 2);
        using (var strands = Pen(Strand * Micrometres.PerMillimetre, design.Line))
            Braid.Along(canvas, outline, FrameStrands, periods, wave, strands);
        foreach (var (inwards, width) in new[] { (-2.6, Strong), (2.6, Strong), (3.5, Fine) })
        {
            using var pen = Pen(width * Micrometres.PerMillimetre, design.Accent);
            var edge = inset + inwards;
            using var path = RoundPath.Rectangle(edge, edge, paper.Width - edge, paper.Height - edge, Math.Max(radius - inwards, 0.1));
            canvas.DrawPath(path, pen);
        }
    }

    public static void Seal(SKCanvas canvas, double centreX, double centreY, PageDesign design)
    {
        var (radius, wave) = (design.Of("seal.radius"), design.Of("seal.wave"));
        using (var strands = Pen(Strand * Micrometres.PerMillimetre, design.Line))
            Braid.Round(canvas, centreX, centreY, radius, SealStrands, SealPeriods, wave, strands);
        foreach (var (outwards, width) in new[] { (2.1, Strong), (-2.1, Strong), (-2.8, Fine) })
        {
            using var pen = Pen(width * Micrometres.PerMillimetre, design.Accent);
            using var path = RoundPath.Circle(centreX, centreY, radius + outwards);
            canvas.DrawPath(path, pen);
        }
    }

    public static void Line(SKCanvas canvas, double fromX, double fromY, double toX, double toY, double width, SKColor colour)
    {
        using var pen = Pen(width * Micrometres.PerMillimetre, colour);
        canvas.DrawLine(Micrometres.Of(fromX), Micrometres.Of(fromY), Micrometres.Of(toX), Micrometres.Of(toY), pen);
    }

    private static SKPaint Pen(double width, SKColor colour) =>
        new() { Style = SKPaintStyle.Stroke, StrokeWidth = (float)width, StrokeJoin = SKStrokeJoin.Round, Color = colour, IsAntialias = true };
}
