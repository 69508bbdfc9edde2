using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The line work of the Classic arrangement: strands that swing about a rounded rectangle, and about a circle.</summary>
internal static class ClassicLineWork
{
    private const int FrameStrands = 6;
    private const int SealStrands = 4;
    private const int SealPeriods = 40;

    // From a crest to the next trough a cubic with level handles this far follows a sine within a thousandth of its height: half the curves that its slopes alone would take.
    private const double Handle = 0.3642;

    // Radians: where the line itself turns by more between the two, as about a corner, the swing is followed in parts.
    private const double Bend = 0.2;
    private const int PartsInBend = 3;
    private const double Strand = 0.11;
    private const double Strong = 0.18;
    private const double Fine = 0.09;

    // Hundredths of a millimetre, as in the ribbon: whole numbers of them are finer than the strand.
    private const int UnitsPerMillimetre = 100;

    public static void Frame(SKCanvas canvas, Sheet paper, PageDesign design)
    {
        var (inset, radius, wave) = (design.Of("frame.inset"), design.Of("frame.radius"), design.Of("frame.wave"));
        var outline = new RoundedOutline(paper.Width, paper.Height, inset, radius);
        var periods = 2 * (int)Math.Round(outline.Length / design.Of("frame.period") / 2);
        for (var strand = 0; strand < FrameStrands; strand++)
        {
            var phase = 2 * Math.PI * strand / FrameStrands;
            Draw(canvas, periods, phase, design.Line, t =>
            {
                var (x, y, normalX, normalY) = outline.At(t * outline.Length);
                var swing = wave * Math.Sin((2 * Math.PI * periods * t) + phase);
                return (x + (normalX * swing), y + (normalY * swing));
            });
        }

        foreach (var (inwards, width) in new[] { (-2.6, Strong), (2.6, Strong), (3.5, Fine) })
        {
            using var pen = Pen(width * Micrometres.PerMillimetre, design.Accent);
            var corner = Micrometres.Of(Math.Max(radius - inwards, 0.1));
            canvas.DrawRoundRect(new SKRect(Micrometres.Of(inset + inwards), Micrometres.Of(inset + inwards), Micrometres.Of(paper.Width - inset - inwards), Micrometres.Of(paper.Height - inset - inwards)), corner, corner, pen);
        }
    }

    public static void Seal(SKCanvas canvas, double centreX, double centreY, PageDesign design)
    {
        var (radius, wave) = (design.Of("seal.radius"), design.Of("seal.wave"));
        for (var strand = 0; strand < SealStrands; strand++)
        {
            var phase = 2 * Math.PI * strand / SealStrands;
            Draw(canvas, SealPeriods, phase, design.Line, t =>
            {
                var reach = radius + (wave * Math.Sin((2 * Math.PI * SealPeriods * t) + phase));
                var (sine, cosine) = Math.SinCos(2 * Math.PI * t);
                return (centreX + (reach * sine), centreY - (reach * cosine));
            });
        }

        foreach (var (outwards, width) in new[] { (2.1, Strong), (-2.1, Strong), (-2.8, Fine) })
        {
            using var pen = Pen(width * Micrometres.PerMillimetre, design.Accent);
            canvas.DrawCircle(Micrometres.Of(centreX), Micrometres.Of(centreY), Micrometres.Of(radius + outwards), pen);
        }
    }

    public static void Line(SKCanvas canvas, double fromX, double fromY, double toX, double toY, double width, SKColor colour)
    {
        using var pen = Pen(width * Micrometres.PerMillimetre, colour);
        canvas.DrawLine(Micrometres.Of(fromX), Micrometres.Of(fromY), Micrometres.Of(toX), Micrometres.Of(toY), pen);
    }

    /// <summary>A closed curve that swings about a line, in cubics from crest to trough and back.</summary>
    private static void Draw(SKCanvas canvas, int periods, double phase, SKColor colour, Func<double, (double X, double Y)> at)
    {
        using var path = new SKPath();
        var (half, crest) = (0.5 / periods, ((Math.PI / 2) - phase) / (2 * Math.PI * periods));
        var (x, y) = at(crest);
        path.MoveTo(Rounded(x), Rounded(y));
        for (var i = 0; i < 2 * periods; i++)
        {
            var (from, to) = (crest + (i * half), crest + ((i + 1) * half));
            if (Angle(Slope(from), Slope(to)) < Bend)
                To(from, to, Handle);
            else
                for (var part = 0; part < PartsInBend; part++)
                    To(from + (half * part / PartsInBend), from + (half * (part + 1) / PartsInBend), 1.0 / 3); // by its slopes alone (Hermite form)
        }

        path.Close();
        using var pen = Pen(Strand * UnitsPerMillimetre, colour);
        canvas.Save();
        canvas.Scale(Micrometres.PerMillimetre / UnitsPerMillimetre);
        canvas.DrawPath(path, pen);
        canvas.Restore();

        void To(double from, double to, double handle)
        {
            var ((startX, startY), (endX, endY), (outX, outY), (inX, inY), reach) = (at(from), at(to), Slope(from), Slope(to), handle * (to - from));
            path.CubicTo(Rounded(startX + (outX * reach)), Rounded(startY + (outY * reach)), Rounded(endX - (inX * reach)), Rounded(endY - (inY * reach)), Rounded(endX), Rounded(endY));
        }

        (double X, double Y) Slope(double t)
        {
            const double step = 1e-5;
            var (before, after) = (at(t - step), at(t + step));
            return ((after.X - before.X) / (2 * step), (after.Y - before.Y) / (2 * step));
        }
    }

    private static double Angle((double X, double Y) one, (double X, double Y) other) =>
        Math.Abs(Math.Atan2((one.X * other.Y) - (one.Y * other.X), (one.X * other.X) + (one.Y * other.Y)));

    private static SKPaint Pen(double width, SKColor colour) =>
        new() { Style = SKPaintStyle.Stroke, StrokeWidth = (float)width, StrokeJoin = SKStrokeJoin.Round, Color = colour, IsAntialias = true };

    private static float Rounded(double value) => (float)Math.Round(value * UnitsPerMillimetre);
}
