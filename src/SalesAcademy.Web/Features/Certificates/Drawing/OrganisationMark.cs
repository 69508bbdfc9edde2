using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The mark at the head: a disc with three rising waves.</summary>
internal static class OrganisationMark
{
    public static void Draw(SKCanvas canvas, double centreX, double centreY, double discRadius, SKColor colour)
    {
        var (x, y, radius) = (Micrometres.Of(centreX), Micrometres.Of(centreY), Micrometres.Of(discRadius));
        // The mark is drawn on a disc of radius 6 and scaled.
        var unit = radius / 6;
        using var disc = new SKPaint { Color = colour, IsAntialias = true };
        using var round = RoundPath.Circle(centreX, centreY, discRadius);
        canvas.DrawPath(round, disc);
        using var stroke = new SKPaint
        {
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 0.92f * unit,
            StrokeCap = SKStrokeCap.Round,
            Color = Palette.Paper,
            IsAntialias = true,
        };
        foreach (var (offset, halfWidth) in new[] { (-2.05f, 2.75f), (0f, 3.75f), (2.05f, 2.75f) })
        {
            using var wave = new SKPath();
            var (half, rise) = (halfWidth * unit, 0.62f * unit * 1.9f);
            wave.MoveTo(x - half, y + offset * unit);
            wave.RCubicTo(half * 0.364f, -rise, half * 0.636f, -rise, half, 0);
            wave.RCubicTo(half * 0.364f, rise, half * 0.636f, rise, half, 0);
            canvas.DrawPath(wave, stroke);
        }
    }
}
