using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The line work of the Modern design: a sheaf of curves between two waves, one colour step each.</summary>
internal static class Ribbon
{
    private const int Curves = 42;

    // Twelve cubics follow the waves to seven micrometres, less than the rounding; the design's sixteen only weigh more.
    private const int Segments = 12;

    private const double Amplitude = 25;
    private const int UnitsPerMillimetre = 100;
    private const double Bleed = 2;
    private const double Stroke = 0.13;

    public static void Draw(SKCanvas canvas, double centre, double pageHeight, SKColor near, SKColor far)
    {
        canvas.Save();
        canvas.Scale(Micrometres.PerMillimetre / UnitsPerMillimetre);
        for (var i = 0; i < Curves; i++)
        {
            var share = i / (Curves - 1.0);
            using var path = Curve(share, centre, pageHeight);
            using var paint = new SKPaint
            {
                Style = SKPaintStyle.Stroke,
                StrokeWidth = (float)(Stroke * UnitsPerMillimetre),
                StrokeJoin = SKStrokeJoin.Round,
                IsAntialias = true,
                Color = Between(near, far, share),
            };
            canvas.DrawPath(path, paint);
        }
        canvas.Restore();
    }

    /// <summary>A cubic through points and slopes of the curve (Hermite form), to a hundredth of a millimetre.</summary>
    private static SKPath Curve(double share, double centre, double pageHeight)
    {
        var path = new SKPath();
        var (x, y, slopeX, slopeY) = At(0);
        path.MoveTo(Rounded(x), Rounded(y));
        for (var i = 1; i <= Segments; i++)
        {
            var (nextX, nextY, nextSlopeX, nextSlopeY) = At(i / (double)Segments);
            const double third = 1.0 / Segments / 3;
            path.CubicTo(
                Rounded(x + slopeX * third), Rounded(y + slopeY * third),
                Rounded(nextX - nextSlopeX * third), Rounded(nextY - nextSlopeY * third),
                Rounded(nextX), Rounded(nextY));
            (x, y, slopeX, slopeY) = (nextX, nextY, nextSlopeX, nextSlopeY);
        }
        return path;

        (double X, double Y, double SlopeX, double SlopeY) At(double t)
        {
            var height = pageHeight + 2 * Bleed;
            var (left, leftSlope) = Wave(1.1, 0.08, t);
            var (right, rightSlope) = Wave(0.8, 0.46, t);
            return (centre + (1 - share) * left + share * right, height * t - Bleed, (1 - share) * leftSlope + share * rightSlope, height);
        }
    }

    private static (double Value, double Slope) Wave(double turns, double phase, double t)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * (turns * t + phase));
        return (Amplitude * sine, Amplitude * 2 * Math.PI * turns * cosine);
    }

    private static SKColor Between(SKColor from, SKColor to, double share)
    {
        return new SKColor(Mix(from.Red, to.Red), Mix(from.Green, to.Green), Mix(from.Blue, to.Blue));
        byte Mix(byte a, byte b) => (byte)Math.Round(a + (b - a) * share);
    }

    private static float Rounded(double value) => (float)Math.Round(value * UnitsPerMillimetre);
}
